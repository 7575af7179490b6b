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
import { queueSchema } from './queueSchema.ts';

/** BullMQ over `pool`, whose sessions must have the queue's `search_path`; its migrations are applied first. */
export async function openPostgresBackend(
  pool: PgPool | pg.Pool,
  onError: (error: Error) => void,
): Promise<Backend> {
  // What BullMQ declares of a pool is too narrow for the overloads of a `pg.Pool`, which it does take.
  const connection: unknown = pool;
  if (!isPgPool(connection)) throw new TypeError('This is no pool of PostgreSQL connections.');
  const client = await connection.connect();
  try {
    await runMigrations(client, queueSchema);
  } finally {
    client.release();
  }
  const backend = createPostgresBackend;
  return {
    producer: (name) => new Queue(name, { connection, streams }, backend).on('error', onError),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection }, backend).on('error', onError),
    events: (name) =>
      new QueueEvents(name, { connection, autorun: false }, backend).on('error', onError),
    eventProducer: (name) =>
      new QueueEventsProducer(name, { connection }, backend).on('error', onError),
    close: async () => {},
  };
}
