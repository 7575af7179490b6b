import type { RunnerJob } from './RunnerJob.ts';
import { runOnce, type Workshop } from './runOnce.ts';

/** Carries out one run after the other, each with isolates of its own and an emptied database, until the parent ends it. */
export function runSeries(first: RunnerJob, workshop: Workshop): void {
  let job: RunnerJob | undefined = first;
  while (job) {
    const { heapMb } = job.limits;
    runOnce(job, workshop, () => workshop.createSolution(heapMb), workshop.send);
    job = workshop.receive() as RunnerJob | undefined;
  }
}
