/** Every queue of the system. Job ids make each of them idempotent. */
export const queueNames = {
  /**
   * API to worker: judge a submission. Job id: the submission's id. Also, when nothing else waits, judge one
   * once more. Job id: `rejudge-` and the id of that.
   */
  judge: 'judge',
  /** Worker to API: a verdict to record. Job id: the submission's id. */
  verdicts: 'verdicts',
  /** Worker to API: what judging once more came to. Job id: the id of that. */
  rejudged: 'rejudged',
  /** API to worker: verify a challenge. One at a time, apart from submissions. Job id: the verification's id. */
  verify: 'verify',
  /** Worker to API: what a verification came to. Job id: the verification's id. */
  verified: 'verified',
  /** API to itself: end an attempt at its deadline. Job id: the attempt's id. */
  deadlines: 'deadlines',
} as const;
