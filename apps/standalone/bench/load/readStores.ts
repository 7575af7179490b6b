import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';
import type { Store } from './LoadServer.ts';
import { readProcesses } from './readProcesses.ts';

/** What PostgreSQL and Redis did: rows written, commands, bytes that were added, and CPU, ms. */
export type StoreWork = {
  rows: number;
  commands: number;
  bytes: number;
  postgresCpuMs: number;
  redisCpuMs: number;
};

/** What they have done since they started; the bytes are those of the database. */
export async function readStores({
  postgres,
  redis,
}: {
  postgres: Store;
  redis: Store;
}): Promise<StoreWork> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ rows: number; bytes: number }>(
      `SELECT (tup_inserted + tup_updated + tup_deleted)::float8 AS rows, pg_database_size(datname)::float8 AS bytes
         FROM pg_stat_database WHERE datname = current_database()`,
    );
    const [database = { rows: 0, bytes: 0 }] = rows;
    return {
      ...database,
      commands: await countCommands(redis.url),
      postgresCpuMs: cpuOf(postgres),
      redisCpuMs: cpuOf(redis),
    };
  } finally {
    await client.end();
  }
}

function cpuOf({ pid }: Store): number {
  const { ownCpuMs, childCpuMs } = readProcesses([pid]);
  return ownCpuMs + childCpuMs;
}

/** One command, in the inline form that Redis takes from a terminal. */
async function countCommands(url: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.end('INFO stats\r\nQUIT\r\n');
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, 'close');
  return Number(/total_commands_processed:(\d+)/.exec(text)?.[1] ?? Number.NaN);
}
