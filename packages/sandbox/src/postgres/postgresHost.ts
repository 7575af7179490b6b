import crypto from 'node:crypto';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What a PostgreSQL asks of the machine below it. */
export type PostgresHost = {
  /** What `now()` shows, ms since the epoch. */
  now(): number;
  /** What `random()`, `gen_random_uuid()` and samples of tables are drawn from. */
  fill(bytes: Uint8Array): void;
};

/** A machine for PostgreSQL on which nothing but `now` and `seed` decides anything. */
export function createPostgresHost(now: () => number, seed: number): PostgresHost {
  const generator = xoroshiro128plus(seed);
  return {
    now,
    fill: (bytes) => {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = generator.next() >>> 24;
    },
  };
}

/**
 * Puts `host` in the place of the clocks and the randomness that PGlite takes from Node, until what is
 * returned is called. Its timers never fire: they would go by real time, and keep an instance that is done. `EXPLAIN ANALYZE` then measures no time, because virtual time stands still in a query.
 */
export function lendHost({ now, fill }: PostgresHost): () => void {
  const real = {
    now: Date.now,
    sinceStart: performance.now,
    setTimeout: globalThis.setTimeout,
    randomFillSync: crypto.randomFillSync,
  };
  Date.now = now;
  performance.now = now;
  globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
  crypto.randomFillSync = ((bytes: Uint8Array) => {
    fill(bytes);
    return bytes;
  }) as typeof crypto.randomFillSync;
  return () => {
    Date.now = real.now;
    performance.now = real.sinceStart;
    globalThis.setTimeout = real.setTimeout;
    crypto.randomFillSync = real.randomFillSync;
  };
}
