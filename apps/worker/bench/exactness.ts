/**
 * Whether verdicts repeat: `npm run -s bench -- exactness [--queue pglite|redis|postgres]
 * [--repeats 200] [--burners N] [--json]`. Judges submissions of every outcome again and again, while other
 * processes keep the machine busy, and exits with 1 when two verdicts on the same thing differ.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { burnCpu } from './exactness/burnCpu.ts';
import { subjects } from './exactness/subjects.ts';
import { type ExactnessReport, tryExactness } from './exactness/tryExactness.ts';
import { queueKinds } from './rig/openQueue.ts';
import { startRig } from './rig/startRig.ts';

const cores = availableParallelism();
const { values } = parseArgs({
  options: {
    queue: { type: 'string', default: 'pglite' },
    repeats: { type: 'string', default: '200' },
    burners: { type: 'string', default: String(2 * cores) },
    json: { type: 'boolean', default: false },
  },
});
const queue = queueKinds.find((kind) => kind === values.queue);
const [repeats, processes] = [Number(values.repeats), Number(values.burners)];
if (queue === undefined || !(repeats > 0) || !(processes >= 0)) {
  process.stderr.write(`Use --queue ${queueKinds.join('|')} --repeats N --burners N.\n`);
  process.exit(2);
}

const rig = await startRig(queue, { concurrency: cores, subjects });
const burners = burnCpu(processes);
const reports: ExactnessReport[] = [];
try {
  for (const subject of subjects) {
    const startedAt = performance.now();
    const report = await tryExactness(rig, subject, { repeats, atOnce: 2 * cores, seed: 42 });
    reports.push(report);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
    if (!values.json) process.stdout.write(`${present(report)}   ${seconds.padStart(4)} s\n`);
  }
} finally {
  await burners.stop();
  await rig.close();
}

const exact = reports.every(({ problems }) => problems.length === 0);
if (values.json) {
  process.stdout.write(`${JSON.stringify({ exact, queue, processes, reports }, null, 2)}\n`);
} else {
  process.stdout.write(
    exact
      ? `Every verdict came ${repeats} times byte for byte, beside ${processes} busy processes.\n`
      : 'Not exact.\n',
  );
}
process.exitCode = exact ? 0 : 1;

function present(report: ExactnessReport): string {
  const { name, repeats: count, distinct, statuses, problems, unjudged } = report;
  const verdicts = distinct === 1 ? '1 verdict ' : `${distinct} verdicts`;
  const line = `${name.padEnd(20)} ${String(count).padStart(4)} runs  ${verdicts}  ${statuses.join(', ').padEnd(10)}`;
  const again = unjudged > 0 ? `  (${unjudged} too busy to judge, repeated)` : '';
  return [`${line}${again}`, ...problems.map((problem) => `  ${problem}\n`)].join('\n');
}
