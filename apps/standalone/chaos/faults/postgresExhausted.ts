import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Fault } from '#chaos/Fault.ts';

const hogs = new Set<pg.Client>();

/** Others have taken every connection, those of our processes too. */
export const postgresExhausted: Fault = {
  on: 'cluster',
  name: 'postgres-exhausted',
  title: 'PostgreSQL without a free connection',
  inject: async ({ system, lastsMs }) => {
    const until = Date.now() + lastsMs;
    while (Date.now() < until) if (!(await hog(system.postgres.url))) await delay(100);
  },
  heal: async () => {
    await Promise.all([...hogs].map((client) => client.end()));
    hogs.clear();
  },
};

/** Takes one connection more, and ends one that is not ours; `false` when there is none left to take. */
async function hog(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, application_name: 'hog' });
  client.on('error', () => hogs.delete(client));
  try {
    await client.connect();
    hogs.add(client);
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name <> 'hog' AND backend_type = 'client backend' AND state = 'idle' LIMIT 1`,
    );
    return true;
  } catch {
    return false;
  }
}
