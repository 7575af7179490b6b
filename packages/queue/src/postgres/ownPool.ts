import pg from 'pg';
import { queueSchema } from './queueSchema.ts';

/**
 * A pool to the database of `options` with sessions of its own: BullMQ's statements need its
 * `search_path`, and each consumer keeps one connection for LISTEN, which the application's pool should
 * not pay for.
 */
export function ownPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...options,
    // A pool hides its password from a spread.
    ...(options.password === undefined ? {} : { password: options.password }),
    options: `-c search_path=${queueSchema}`,
    application_name: 'assay-queue',
    keepAlive: true,
    max: 12,
  });
  // One listener for each queue and consumer; more than Node's default of ten is no leak here.
  pool.setMaxListeners(50);
  // One that is in use has no listener of the pool's: without this, a server that goes would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
