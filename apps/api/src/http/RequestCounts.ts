import { MemoryStore, type Options, type Store } from 'express-rate-limit';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { RedisStore } from 'rate-limit-redis';

/** How long a request waits for Redis to count it, ms. A Redis that hangs must not make every page hang. */
const waitMs = 1_000;
/** How long a process then counts by itself before it asks Redis again, ms. */
const aloneMs = 2_000;

/** Where requests are counted, for limits: in Redis, for all processes of the API together, or without it in this one. */
export class RequestCounts {
  readonly #redis: Redis | undefined;
  readonly #logger: Logger;
  #aloneUntil = -Infinity;

  constructor(redisUrl: string | undefined, logger: Logger) {
    this.#logger = logger;
    if (redisUrl === undefined) return;
    this.#redis = new Redis(redisUrl, { commandTimeout: waitMs });
    this.#redis.on('error', (error) => this.#goAlone(error));
  }

  /** The counts of one limit, under a name of its own. Absent where a process counts by itself anyway. */
  storeOf(name: string): Store | undefined {
    const redis = this.#redis;
    if (redis === undefined) return undefined;
    const prefix = `assay:limit:${name}:`;
    const shared = new RedisStore({
      prefix,
      sendCommand: async (command: string, ...words: string[]) =>
        (await redis.call(command, ...words)) as string,
    });
    const own = new MemoryStore();
    let options: Options;
    let opened: Promise<void> | undefined;
    const count = async <T>(on: (store: RedisStore | MemoryStore) => Promise<T>): Promise<T> => {
      if (performance.now() < this.#aloneUntil) return on(own);
      try {
        // It keeps the failure of its first words to Redis, and has to say them again.
        await (opened ??= shared.init(options));
        return await on(shared);
      } catch (error) {
        opened = undefined;
        this.#goAlone(error);
        return on(own);
      }
    };
    return {
      prefix,
      init: (given) => {
        options = given;
        own.init(given);
      },
      increment: (key) => count((store) => store.increment(key)),
      decrement: (key) => count((store) => store.decrement(key)),
      resetKey: (key) => count((store) => store.resetKey(key)),
    };
  }

  close(): void {
    this.#redis?.disconnect();
  }

  #goAlone(error: unknown): void {
    if (performance.now() >= this.#aloneUntil)
      this.#logger.warn({ err: error }, 'Requests are counted by each process of the API alone');
    this.#aloneUntil = performance.now() + aloneMs;
  }
}
