import type { RunnerTest } from '#runner/frames.ts';
import type { GuestIsolate } from '#runner/GuestIsolate.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
import { runOnce, type Workshop } from '#runner/runOnce.ts';
import { type Coverage, enterTest, type Hits, readCoverage, watchProgram } from './instrumented.ts';
import type { MutantJob } from './MutantJob.ts';
import { MutantTrials } from './MutantTrials.ts';

/** Does the job, and says so in frames as it goes. */
export function runMutantJob(job: RunnerJob, mutants: MutantJob, workshop: Workshop): void {
  if (mutants.kind === 'cover') cover(job, workshop);
  else new MutantTrials(job, workshop, mutants.costs).run();
  workshop.send({ type: 'result', cpuMs: 0 });
}

/** Tells which tests reach which mutants, and how often. */
function cover(job: RunnerJob, workshop: Workshop): void {
  const seen: { static: Hits; perTest: Record<string, Hits> } = { static: {}, perTest: {} };
  let current: string | undefined;
  let guest: GuestIsolate | undefined;
  const createSolution = () => {
    const created = workshop.createSolution(job.limits.heapMb);
    created.evaluate(watchProgram(current));
    created.onDispose = () =>
      addCoverage(seen, JSON.parse(created.evaluate(readCoverage)) as Coverage);
    guest = created;
    return created;
  };
  const tests: RunnerTest[] = [];
  const testMs: Record<string, number> = {};
  let startedAt = 0;
  const stop = runOnce(job, workshop, createSolution, (frame) => {
    if (frame.type === 'started') workshop.send(frame);
    if (frame.type === 'started' && frame.during.phase === 'test') {
      current = frame.during.name;
      startedAt = performance.now();
      guest?.evaluate(enterTest(current));
    }
    if (frame.type !== 'test') return;
    tests.push(frame.test);
    testMs[frame.test.name] = performance.now() - startedAt;
  });
  const failure = tests.find(({ status }) => status === 'failed' || status === 'timed_out');
  const problem = failure ? `“${failure.name}” fails.` : stop && `It ended with ${stop.kind}.`;
  const passed = tests.filter(({ status }) => status === 'passed');
  for (const { name } of passed) seen.perTest[name] ??= {};
  workshop.send({
    type: 'coverage',
    ...(problem === undefined ? {} : { problem }),
    static: seen.static,
    perTest: seen.perTest,
    testMs,
    maxTestCpuMs: Math.max(0, ...passed.map(({ cpuMs }) => cpuMs)),
  });
}

function addCoverage(seen: Coverage, more: Coverage): void {
  addHits(seen.static, more.static);
  for (const [test, hits] of Object.entries(more.perTest))
    addHits((seen.perTest[test] ??= {}), hits);
}

function addHits(seen: Hits, more: Hits): void {
  for (const [id, count] of Object.entries(more)) seen[id] = (seen[id] ?? 0) + count;
}
