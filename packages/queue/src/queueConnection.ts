import type { PgPool } from 'bullmq';
import type pg from 'pg';

/**
 * Where the queues live: a Redis or PostgreSQL server by its address, or the database that `pool` leads
 * to, which stays the caller's to close: a `pg.Pool`, or `pglitePool(pglite)` for the embedded one.
 */
export type QueueConnection =
  | { kind: 'redis'; url: string }
  | { kind: 'postgres'; url: string }
  | {
      kind: 'postgres';
      pool: PgPool | pg.Pool;
      /**
       * Whether no other process can be at work on these queues. Jobs that a process which died had
       * taken are then given out at once, instead of when their locks have run out.
       */
      exclusive?: boolean;
    };
