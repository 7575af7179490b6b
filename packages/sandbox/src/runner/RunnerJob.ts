import type { Limits } from '@assay/contracts/verdict';
import type { RunnerTest } from './frames.ts';
import type { MutantJob } from './mutants/MutantJob.ts';

/** All that a runner needs for a run; sent by the parent as one line of JSON. */
export type RunnerJob = {
  seed: number;
  limits: Limits;
  /** The bundled solution: an expression whose value is a function (exports, require, module). */
  solution: string;
  /** The bundled test files, likewise. */
  tests: { suite: RunnerTest['suite']; program: string }[];
  seedSql?: string;
  /** Full names of the tests to run, in the order that is wanted; all unless given. */
  only?: string[];
  /** The solution is instrumented with mutants; what to do with them instead of one run. */
  mutants?: MutantJob;
  /** An author's run, after which the runner waits for another; otherwise it serves this one alone. */
  inSeries?: true;
  /** Real time that a turn may take for each ms of its CPU limit: above 1 where the machine is busy. */
  patience: number;
};
