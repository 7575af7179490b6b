/** Whose work a job is: a person's, in a group that shares the judge as one, as an assessment or a live session. */
export type JobOwner = { group: string; person: string };

/** For what is judged on behalf of nobody, as by tools. */
export const nobody: JobOwner = { group: '', person: '' };

/**
 * The order of a queue in rounds, by start-time fair queueing (Goyal, Vin and Cheng, 1996): a job's turn is the round
 * in which it is taken, and BullMQ's priority. In each round a group has at most two jobs: one of somebody who has
 * nothing else waiting, and one of somebody who has. So a group with a thousand jobs keeps another's first one waiting
 * for two of its own, and a person with a hundred those of their own group for one of theirs at a time.
 *
 * The round that counts is the first one that somebody waits for; it never goes back before the queue was empty.
 */
export type Turns = {
  /** The turn of a new job, or nothing when there is a job with this id already. */
  take(jobId: string, owner: JobOwner): Promise<number | undefined>;
  /** How many jobs wait before this one; nothing when it does not wait. */
  countAhead(jobId: string): Promise<number | undefined>;
};

/** The last turn. Whoever sends so much that it is reached, while the queue is never empty, is taken in order of arrival. */
export const lastTurn = 1_000_000;

/**
 * How long turns are remembered once nobody waits, ms: a job takes its turn a moment before it waits. Longer than that
 * moment, and short, since what was taken at once is no reason to wait later.
 */
export const forgetTurnsMs = 1_000;

/** Priorities behind all turns, since BullMQ takes small numbers first. People wait for the one, and nobody for the other. */
export const behindTurns = { copies: 1_500_000, batch: 2_000_000 };
