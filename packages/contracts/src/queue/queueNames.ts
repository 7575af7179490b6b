/** Every queue of the system. Job ids make each of them idempotent. */
export const queueNames = {
  /**
   * API to worker: judge a submission. Job id: the submission's id. And run what people in a live session ask for.
   * Job id: the run's id. Both in turns of those who wait. Also, when nothing else waits, judge one once more. Job id:
   * `rejudge-` and the id of that.
   */
  judge: 'judge',
  /** Worker to API: a verdict to record, or what came of a live run. Job id: that of the submission or the run. */
  verdicts: 'verdicts',
  /** Worker to API: what judging once more came to. Job id: the id of that. */
  rejudged: 'rejudged',
  /** API to worker: verify a challenge. One at a time, apart from submissions. Job id: the verification's id. */
  verify: 'verify',
  /** Worker to API: what a verification came to. Job id: the verification's id. */
  verified: 'verified',
  /** API to itself: hand a mail over to the mail server. Job id: the mail's id. */
  mails: 'mails',
  /** API to itself: send a message of a webhook, once. Job id: its id and how often it was tried before. */
  webhooks: 'webhooks',
  /** API to itself: end an attempt at its deadline. Job id: the attempt's id. */
  deadlines: 'deadlines',
} as const;
