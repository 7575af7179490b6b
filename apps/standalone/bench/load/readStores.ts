import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';

/** What PostgreSQL and Redis have done since they started, and how large the database is. */
export async function readStores(urls: {
  postgres: string;
  redis: string;
}): Promise<{ rows: number; commands: number; bytes: number }> {
  const client = new pg.Client({ connectionString: urls.postgres });
  await client.connect();
  try {
    const { rows } = await client.query<{ rows: number; bytes: number }>(
      `SELECT (tup_inserted + tup_updated + tup_deleted)::float8 AS rows, pg_database_size(datname)::float8 AS bytes
         FROM pg_stat_database WHERE datname = current_database()`,
    );
    const [database = { rows: 0, bytes: 0 }] = rows;
    return { ...database, commands: await countCommands(urls.redis) };
  } finally {
    await client.end();
  }
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
