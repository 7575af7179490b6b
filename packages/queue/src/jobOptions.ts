import type { JobsOptions, WorkerOptions } from 'bullmq';

/** The longest pause between two deliveries of a job whose handler fails, ms. */
const maxBackoffMs = 30_000;

/** Deliveries of a job whose handler fails; with the pauses between them about 18 hours. Counters a database or an API that is down over night. */
const maxDeliveries = 2_200;

/**
 * How long an id stays taken after its job completed, s, and how many jobs are kept for that.
 * Counters a queue that grows with all files ever submitted.
 */
const keepCompleted = { age: 3_600, count: 200 };

export const jobOptions = {
  attempts: maxDeliveries,
  backoff: { type: 'capped' },
  removeOnComplete: keepCompleted,
  // A job that failed for good frees its id, so that whoever sweeps up lost work can enqueue it again.
  removeOnFail: true,
  stackTraceLimit: 0,
} satisfies JobsOptions;

/** For what nobody misses once its asker is gone: tried once, and not kept. */
export const fleetingJobOptions = {
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
} satisfies JobsOptions;

/** Events kept for slow listeners to progress. Counters a stream that grows without end. */
export const streams = { events: { maxLen: 2_000 } };

export const workerOptions = {
  // A worker that was killed is noticed when its lock runs out and two sweeps have seen that: at most 15 s.
  lockDuration: 10_000,
  stalledInterval: 5_000,
  // A killed worker is no fault of the job, so it may happen to one often; a job of the judge that kills workers is told
  // by its deaths, and gets a verdict instead of being dropped.
  maxStalledCount: 100,
  runRetryDelay: 1_000,
  settings: {
    backoffStrategy: (attempt: number) => Math.min(maxBackoffMs, 250 * 2 ** (attempt - 1)),
  },
} satisfies Partial<WorkerOptions>;
