import {
  createPostgresBackend,
  isPgPool,
  type JobsOptions,
  type PgPool,
  type Processor,
  Queue,
  QueueEvents,
  QueueEventsProducer,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';
import { maxEvents } from './jobOptions.ts';
import { queueSchema } from './postgres/queueSchema.ts';
import type { QueueConnection } from './queueConnection.ts';

type Closable = { close(): Promise<void> };

export type Producer = Closable & {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
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
    publishEvent(event: { eventName: string }): Promise<void>;
  };
  /** Closes what the back end opened itself. */
  close(): Promise<void>;
};

const streams = { events: { maxLen: maxEvents } };

export function openBackend(
  connection: QueueConnection,
  onError: (error: Error) => void,
): Promise<Backend> {
  return connection.kind === 'redis'
    ? Promise.resolve(openRedis(connection.url, onError))
    : openPostgres(connection.pool, onError);
}

function openRedis(url: string, onError: (error: Error) => void): Backend {
  // A producer that cannot reach Redis must say so to its caller instead of waiting for ever.
  const impatient = { url, maxRetriesPerRequest: 3 };
  const patient = { url, maxRetriesPerRequest: null };
  return {
    producer: (name) => new Queue(name, { connection: impatient, streams }).on('error', onError),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection: patient }).on('error', onError),
    events: (name) =>
      new QueueEvents(name, { connection: patient, autorun: false }).on('error', onError),
    eventProducer: (name) => new QueueEventsProducer(name, { connection: impatient }),
    close: async () => {},
  };
}

async function openPostgres(
  pool: PgPool | pg.Pool,
  onError: (error: Error) => void,
): Promise<Backend> {
  const own = pool instanceof pg.Pool ? ownPool(pool) : undefined;
  const connection: unknown = own ?? pool;
  if (!isPgPool(connection))
    throw new TypeError('The queues need a pool of PostgreSQL connections.');
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
    eventProducer: (name) => new QueueEventsProducer(name, { connection }, backend),
    close: async () => {
      await own?.end();
    },
  };
}

/**
 * A pool to the same database with sessions of its own: BullMQ's statements need its `search_path`, and
 * each consumer keeps one connection for LISTEN, which the application's pool should not pay for.
 */
function ownPool(pool: pg.Pool): pg.Pool {
  const { options } = pool;
  const own = new pg.Pool({
    ...options,
    // node-postgres hides the password from a spread.
    ...(options.password === undefined ? {} : { password: options.password }),
    options: `-c search_path=${queueSchema}`,
    application_name: 'assay-queue',
    keepAlive: true,
    max: 12,
  });
  // One listener for each queue and consumer; more than Node's default of ten is no leak here.
  own.setMaxListeners(50);
  return own;
}
