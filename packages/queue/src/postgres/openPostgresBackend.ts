import {
  createPostgresBackend,
  isPgPool,
  type PgPool,
  Queue,
  QueueEvents,
  QueueEventsProducer,
  runMigrations,
  Worker,
} from 'bullmq';
import type pg from 'pg';
import type { Backend } from '#backend.ts';
import { streams } from '#jobOptions.ts';
import { postgresTurns, prepareTurns } from './postgresTurns.ts';
import { queueSchema } from './queueSchema.ts';

/**
 * Makes every taken job look as one whose holder was found missing: its lock has run out and one sweep has
 * marked it, so the next sweep, which each consumer starts with, gives it out again.
 */
const expireLocks = `
  UPDATE ${queueSchema}.job SET locked_until_ms = 0, stalled_marked = true WHERE state = 'active';
  DELETE FROM ${queueSchema}.meta WHERE field = 'stalled-check'`;

/** BullMQ over `pool`, whose sessions must have the queue's `search_path`; its migrations are applied first. */
export async function openPostgresBackend(
  pool: PgPool | pg.Pool,
  { exclusive, onError }: { exclusive: boolean; onError: (error: Error) => void },
): Promise<Backend> {
  // What BullMQ declares of a pool is too narrow for the overloads of a `pg.Pool`, which it does take.
  const connection: unknown = pool;
  if (!isPgPool(connection)) throw new TypeError('This is no pool of PostgreSQL connections.');
  const client = await connection.connect();
  try {
    await runMigrations(client, queueSchema);
    await prepareTurns(client);
    if (exclusive) await client.query(expireLocks);
  } finally {
    client.release();
  }
  const backend = createPostgresBackend;
  return {
    producer: (name) => {
      const queue = new Queue(name, { connection, streams }, backend).on('error', onError);
      return Object.assign(queue, { turns: postgresTurns(connection, name) });
    },
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection }, backend).on('error', onError),
    events: (name) =>
      new QueueEvents(name, { connection, autorun: false }, backend).on('error', onError),
    eventProducer: (name) =>
      new QueueEventsProducer(name, { connection }, backend).on('error', onError),
    // BullMQ's own `trimEvents` is not there yet for PostgreSQL.
    forgetReports: async () => {
      const own = await connection.connect();
      try {
        await own.query(`DELETE FROM ${queueSchema}.event WHERE event = 'progress'`);
      } finally {
        own.release();
      }
    },
    close: async () => {},
  };
}
