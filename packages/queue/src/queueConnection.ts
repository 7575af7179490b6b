import type { PgPool } from 'bullmq';
import type pg from 'pg';

/**
 * Where the queues live. `pool` is a `pg.Pool`, or `pglitePool(pglite)` for the embedded database;
 * either stays the caller's to close. `url` is a `redis://` or `rediss://` address.
 */
export type QueueConnection =
  | { kind: 'redis'; url: string }
  | { kind: 'postgres'; pool: PgPool | pg.Pool };
