import type { JobsOptions, Processor, WorkerOptions } from 'bullmq';
import type { Turns } from './turns.ts';

type Closable = { close(): Promise<void> };

export type Producer = Closable & {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  /** 1 when the job was there and waited; 0 when it is gone. */
  remove(jobId: string): Promise<number>;
  getJobCounts(...states: string[]): Promise<Record<string, number>>;
  /** From the next one on; both ends count. */
  getWaiting(start: number, end: number): Promise<({ timestamp: number } | undefined)[]>;
  /** Likewise, of those that wait for their turn. */
  getPrioritized(start: number, end: number): Promise<({ timestamp: number } | undefined)[]>;
  /** The connected consumers; `rawname` ends with the name that a consumer gave. */
  getWorkers(): Promise<{ rawname?: string }[]>;
  readonly turns: Turns;
};

export type EventSource = Closable & NodeJS.EventEmitter & { run(): Promise<void> };

/** BullMQ's classes on one back end, as far as we use them. Whoever makes one closes it. */
export type Backend = {
  producer(name: string): Producer;
  worker(
    name: string,
    processor: Processor,
    options: Partial<WorkerOptions>,
  ): Closable & { waitUntilReady(): Promise<unknown> };
  events(name: string): EventSource;
  eventProducer(name: string): Closable & {
    publishEvent(event: { eventName: string; jobId?: string }): Promise<void>;
  };
  /** Removes what jobs of a queue reported while they ran. Who listens has heard it: it is told at once. */
  forgetReports(name: string): Promise<void>;
  /** Closes what the back end opened itself. */
  close(): Promise<void>;
};
