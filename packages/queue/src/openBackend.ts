import pg from 'pg';
import type { Backend } from './backend.ts';
import { openPostgresBackend } from '#postgres/openPostgresBackend.ts';
import { ownPool } from '#postgres/ownPool.ts';
import { openRedisBackend } from '#redis/openRedisBackend.ts';
import type { QueueConnection } from './queueConnection.ts';

/** Connects to where the queues live. `onError` hears of connections that are lost later. */
export function openBackend(
  connection: QueueConnection,
  onError: (error: Error) => void,
): Promise<Backend> {
  if (connection.kind === 'redis') {
    return Promise.resolve(openRedisBackend(connection.url, onError));
  }
  if ('url' in connection) {
    return openOwnPool({ connectionString: connection.url }, { exclusive: false, onError });
  }
  const { pool, exclusive = false } = connection;
  return pool instanceof pg.Pool
    ? openOwnPool(pool.options, { exclusive, onError })
    : openPostgresBackend(pool, { exclusive, onError });
}

async function openOwnPool(
  config: pg.PoolConfig,
  options: { exclusive: boolean; onError: (error: Error) => void },
): Promise<Backend> {
  const pool = ownPool(config);
  pool.on('error', options.onError);
  try {
    const backend = await openPostgresBackend(pool, options);
    return { ...backend, close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
