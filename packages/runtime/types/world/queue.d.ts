/** One handing over of a message. */
export type Delivery<Body> = {
  /** The message's own, the same in each of its deliveries: "m1", "m2", … */
  id: string;
  body: Body;
  /** From 1; what failed before counts, a duplicate does not. */
  attempt: number;
};

export type QueueOptions = {
  /** The share of messages that are delivered twice although nothing failed, 0 to 1; 0.25 unless given. */
  duplicates?: number;
  /** Whether messages overtake each other; true unless given. */
  reorder?: boolean;
  /** How many deliveries are under way at most; 4 unless given. */
  concurrency?: number;
  /** After so many failed deliveries a message is dead; 5 unless given. */
  maxAttempts?: number;
  /** Before what failed is delivered again, virtual ms; 1,000 unless given. */
  retryDelayMs?: number;
  /** A delivery that takes longer counts as failed and is made again, while the first may go on; 30,000 unless given. */
  visibilityMs?: number;
};

export type QueueRecord<Body> = Delivery<Body> & {
  atMs: number;
  /** Nothing while it is under way. */
  readonly outcome: 'acknowledged' | 'failed' | 'timed_out' | undefined;
};

/**
 * A message queue that delivers at least once: some messages twice, some late, some out of order, as the seed
 * decides; and again what was not acknowledged.
 */
export type Queue<Body> = {
  /** Puts messages in. They are delivered from the next turn of the event loop on. */
  send(...bodies: Body[]): void;
  /** Resolves once every message is acknowledged or dead. */
  drain(): Promise<void>;
  /** Deliveries of this queue, in order. */
  readonly deliveries: QueueRecord<Body>[];
  /** Messages that failed too often. */
  readonly dead: { id: string; body: Body }[];
};

/**
 * Makes a queue. `deliver` hands a message to the solution: a promise that fulfils acknowledges it, one that
 * rejects, or an API response with a status from 400, does not.
 */
export type CreateQueue = <Body>(
  deliver: (delivery: Delivery<Body>) => unknown,
  options?: QueueOptions,
) => Queue<Body>;
