import type { Link } from '#postgres/Link.ts';
import type { RunnerFrame } from '#runner/frames.ts';
import type { GuestIsolate } from '#runner/GuestIsolate.ts';
import { Run } from '#runner/Run.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
import { emptyDatabase } from './emptyDatabase.ts';
import type { MutantWork } from './MutantJob.ts';

/** What a runner has to work with; each run gets isolates of its own. */
export type Workshop = {
  createGrader(): GuestIsolate;
  createSolution(): GuestIsolate;
  postgres: Link | undefined;
  send(frame: RunnerFrame): void;
  /** Waits for what there is to do; nothing when the parent has gone. */
  receive(): MutantWork | undefined;
};

export type RunEnd = Extract<RunnerFrame, { type: 'result' }>['stop'];

/** One run on isolates and a database of its own; `onFrame` sees what it reports, and may end it. */
export function runOnce(
  job: RunnerJob,
  { createGrader, postgres, send }: Workshop,
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
    // A sign of life: whoever waits gives up a runner that is silent, and a busy machine is slow with many tests.
    if (frame.type === 'started') send(frame);
    onFrame(frame, run);
  });
  run.execute();
  grader.dispose();
  last?.dispose();
  return stop;
}
