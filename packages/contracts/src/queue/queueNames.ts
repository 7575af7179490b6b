/** Every queue of the system. Job ids make each of them idempotent. */
export const queueNames = {
  /** API to worker: judge a submission. Job id: the submission's id. */
  judge: 'judge',
  /** Worker to API: a verdict to record. Job id: the submission's id. */
  verdicts: 'verdicts',
  /** API to itself: end an attempt at its deadline. Job id: the attempt's id. */
  deadlines: 'deadlines',
} as const;
