/**
 * People by the thousand against an installation of its own, over HTTP and sockets from processes of their own:
 * `npm run -s load`. Candidates who type, run and submit (`--candidates 10,100,1000`), live sessions of two
 * (`--pairs 2,20,200`), candidates who are only connected (`--idle 100,1000,10000`), and before them some who do one
 * thing alone (`--costs 20`); `--seconds 60` for each step, `--only candidates,pairs` leaves the others. Against `npm start`, or with `--topology scaled --apis 2 --workers 2`
 * against PostgreSQL, Redis and programs of their own. `--json file` keeps the figures for `npm run -s bench -- capacity`.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findDescriptorProblem } from './load/checkDescriptors.ts';
import { usualHabits } from './load/habits.ts';
import { presentLoad, presentStep } from './load/presentLoad.ts';
import { runLoad } from './load/runLoad.ts';

/** After so long it ends itself and all that it started, minutes. */
const limitMinutes = 45;

const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '10,100,1000' },
    pairs: { type: 'string', default: '2,20,200' },
    idle: { type: 'string', default: '100,1000,10000' },
    costs: { type: 'string', default: '20' },
    only: { type: 'string', default: 'costs,candidates,pairs,idle' },
    seconds: { type: 'string', default: '60' },
    'run-every': { type: 'string', default: String(usualHabits.runEverySeconds) },
    topology: { type: 'string', default: 'embedded' },
    apis: { type: 'string', default: '2' },
    workers: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const sizes = (name: 'costs' | 'candidates' | 'pairs' | 'idle') =>
  values.only.split(',').includes(name) ? values[name].split(',').map(Number) : [];
const [candidates, pairs, idle] = [sizes('candidates'), sizes('pairs'), sizes('idle')];
const [seconds, runEvery, seed] = [values.seconds, values['run-every'], values.seed].map(Number);
const [apis = 0, workers = 0] = [values.apis, values.workers].map(Number);
const counts = [
  ...sizes('costs'),
  ...candidates,
  ...pairs,
  ...idle,
  seconds,
  runEvery,
  seed,
  apis,
  workers,
];
if (
  counts.some((count) => !(count !== undefined && count > 0)) ||
  !/^(embedded|scaled)$/.test(values.topology)
) {
  process.stderr.write(
    'Sizes and times are numbers above 0, and the topology is embedded or scaled.\n',
  );
  process.exit(2);
}
const problem = findDescriptorProblem(
  Math.max(0, ...candidates, ...idle, ...pairs.map((count) => 2 * count)),
);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}

const ending = new AbortController();
const watchdog = setTimeout(
  () => ending.abort(new Error(`Not done within ${limitMinutes} minutes.`)),
  limitMinutes * 60_000,
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => ending.abort(new Error(`Ended by ${signal}.`)));
const report = await runLoad({
  topology:
    values.topology === 'embedded' ? { kind: 'embedded' } : { kind: 'scaled', apis, workers },
  candidates,
  costs: sizes('costs')[0] ?? 0,
  pairs,
  idle,
  habits: { ...usualHabits, runEverySeconds: runEvery ?? 0 },
  seconds: seconds ?? 0,
  seed: seed ?? 0,
  told: (line) => process.stderr.write(`${line}\n`),
  measured: (step) => process.stderr.write(`${presentStep(step)}\n`),
  signal: ending.signal,
});
clearTimeout(watchdog);
process.stdout.write(`${presentLoad(report)}\n`);
if (values.json !== undefined) await writeFile(values.json, JSON.stringify(report));
if (report.steps.some(({ worked }) => Object.keys(worked.errors).length > 0)) process.exitCode = 1;
