/**
 * Breaks installations on purpose, with people at work on them: `npm run -s chaos [-- --repeats 50] [--only redis-killed]
 * [--seed 1] [--candidates 6] [--lasts 2000] [--lanes 1] [--minutes 25] [--list]`. Each fault strikes so often, at moments
 * drawn from the seed; `--lasts` is how long one that lasts is left alone, ms. So many `--lanes` strike at the same time, each
 * an installation of its own. After so many `--minutes`, or Ctrl-C, none strikes any more. Exits with 1 when anything is lost,
 * doubled, wrong or stuck, or was not struck at all.
 * Loopback only; all servers are its own. `docs/faults.md` says what each fault promises.
 */
import { parseArgs } from 'node:util';
import { clusterFaults, embeddedFaults } from './faults.ts';
import { isHarmless, presentOutcomes } from './presentOutcomes.ts';
import { runFaults } from './runFaults.ts';

const { values } = parseArgs({
  options: {
    repeats: { type: 'string' },
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    candidates: { type: 'string', default: '6' },
    lasts: { type: 'string', default: '2000' },
    lanes: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1440' },
    list: { type: 'boolean', default: false },
  },
});
const faults = [...clusterFaults, ...embeddedFaults];
const chosen = faults.filter(({ name }) => values.only?.includes(name) ?? true);
const numbers = [
  values.seed,
  values.candidates,
  values.lasts,
  values.lanes,
  values.minutes,
  values.repeats ?? '1',
].map(Number);
const unknown = values.only?.find((name) => !faults.some((fault) => fault.name === name));

if (values.list) {
  for (const { name, title } of faults) process.stdout.write(`${name.padEnd(22)}${title}\n`);
} else if (unknown !== undefined || numbers.some((value) => !(value > 0))) {
  const what =
    unknown === undefined ? 'These are no numbers above 0' : `There is no fault "${unknown}"`;
  process.stderr.write(`${what}. --list says which faults there are.\n`);
  process.exitCode = 2;
} else {
  // Asked to end, it strikes no more, looks at what was struck, and ends all that it has started.
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked.abort());
  const outcomes = await runFaults(chosen, {
    ...(values.repeats !== undefined && { repeats: Number(values.repeats) }),
    lanes: Number(values.lanes),
    seed: Number(values.seed),
    candidates: Number(values.candidates),
    lastsMs: Number(values.lasts),
    signal: AbortSignal.any([asked.signal, AbortSignal.timeout(Number(values.minutes) * 60_000)]),
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(presentOutcomes(outcomes));
  process.exitCode = outcomes.length === chosen.length && outcomes.every(isHarmless) ? 0 : 1;
}
