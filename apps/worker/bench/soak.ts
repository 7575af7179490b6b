/**
 * Whether a worker may run for ever: `npm run -s bench -- soak [--submissions 20000] [--queue redis|pglite]
 * [--concurrency N] [--json]`. Sends submissions through a real worker, one in ten hostile, and exits with 1
 * when it leaks, leaves a process behind, loses or doubles a verdict, or judges wrongly.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { presentReport } from './soak/presentReport.ts';
import { runSoak } from './soak/runSoak.ts';
import { honestSubjects, hostileSubjects } from './soak/subjects.ts';

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '20000' },
    queue: { type: 'string', default: 'redis' },
    concurrency: { type: 'string', default: String(availableParallelism()) },
    json: { type: 'boolean', default: false },
  },
});
const queue = (['redis', 'pglite'] as const).find((kind) => kind === values.queue);
const [submissions, concurrency] = [Number(values.submissions), Number(values.concurrency)];
if (queue === undefined || !(submissions > 0) || !(concurrency > 0)) {
  process.stderr.write('Use --queue redis|pglite --submissions N --concurrency N.\n');
  process.exit(2);
}

const startedAt = performance.now();
let printedAt = startedAt;
const report = await runSoak({
  queue,
  submissions,
  concurrency,
  honest: honestSubjects(),
  hostile: await hostileSubjects(),
  onProgress: ({ judged, residentMb, descriptors, children }) => {
    if (performance.now() - printedAt < 10_000) return;
    printedAt = performance.now();
    const perSecond = (1_000 * judged) / (printedAt - startedAt);
    process.stderr.write(
      `${judged} of ${submissions} judged, ${perSecond.toFixed(1)} a second; ${residentMb.toFixed(0)} MB, ${descriptors} descriptors, ${children} processes\n`,
    );
  },
});
process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : presentReport(report));
process.exitCode = report.problems.length === 0 ? 0 : 1;
