import type { Limits } from '@assay/contracts/verdict';

/** All that a runner needs for its one run; sent by the parent as one line of JSON. */
export type RunnerJob = {
  seed: number;
  limits: Limits;
  /** The bundled solution: an expression whose value is a function (exports, require, module). */
  solution: string;
  /** The bundled test files, likewise. */
  tests: { suite: 'public' | 'hidden'; program: string }[];
  seedSql?: string;
  /** Real time that a turn may take for each ms of its CPU limit: above 1 where the machine is busy. */
  patience: number;
};
