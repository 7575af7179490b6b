import type { Link } from '#postgres/Link.ts';
import { emptyDatabase } from './emptyDatabase.ts';
import type { RunnerFrame } from './frames.ts';
import type { GuestIsolate } from './GuestIsolate.ts';
import { Run } from './Run.ts';
import type { RunnerJob } from './RunnerJob.ts';

/** What a runner has to work with; each run gets isolates of its own. */
export type Workshop = {
  createGrader(): GuestIsolate;
  createSolution(heapMb: number): GuestIsolate;
  postgres: Link | undefined;
  send(frame: RunnerFrame): void;
  /** Waits for what the parent says next; nothing when it has gone. */
  receive(): unknown;
};

export type RunEnd = Extract<RunnerFrame, { type: 'result' }>['stop'];

/** One run on isolates and a database of its own; `onFrame` sees what it reports, and may end it. */
export function runOnce(
  job: RunnerJob,
  { createGrader, postgres }: Workshop,
  createSolution: () => GuestIsolate,
  onFrame: (frame: RunnerFrame, run: Run) => void,
): RunEnd {
  emptyDatabase(postgres);
  const grader = createGrader();
  let last: GuestIsolate | undefined;
  let stop: RunEnd;
  const guests = {
    grader,
    postgres,
    createSolution: () => {
      last = createSolution();
      return last;
    },
  };
  const run = new Run(job, guests, (frame) => {
    if (frame.type === 'result') stop = frame.stop;
    onFrame(frame, run);
  });
  run.execute();
  grader.dispose();
  last?.dispose();
  return stop;
}
