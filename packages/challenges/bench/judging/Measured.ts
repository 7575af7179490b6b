import type { Latency } from './measureRuns.ts';

/** How long runs take, what they cost, and how many fit into a second. */
export type Measured = Latency & {
  /** CPU of a run with all the processes that it starts, ms; unknown where the system does not tell. */
  cpuMs: number | undefined;
  perSecond: { oneAtATime: number; onAllCores: number };
};

/** Real time in which the runs of one subject may begin, ms. */
export const budgetMs = { latency: 12_000, throughput: 4_000 };
