import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database } from './database.ts';

/** How long a start waits for the database, ms. Counters an address that swallows packets. */
const connectTimeoutMs = 5_000;

export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}

/**
 * Connects to a PostgreSQL server and proves it with a query.
 * Throws `DatabaseUnreachable`, one line for the operator without the password, when that fails.
 */
export async function openPostgres(
  databaseUrl: string,
): Promise<{ db: Database; pool: pg.Pool; close(): Promise<void> }> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  // An idle connection that the server drops is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // Nor has one that is in use a listener: the query that it was for hears of it, and between two there is none.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseUnreachable(
      `Cannot use the database at ${placeOf(databaseUrl)}: ${reasonOf(error)}`,
      {
        cause: error,
      },
    );
  }
  const db: Database = drizzle({ client: pool, casing: 'snake_case' });
  return { db, pool, close: () => pool.end() };
}

/** Where a database is, as people may read it: without name and password. */
export function placeOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'DATABASE_URL, which is not a URL';
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}

/** What went wrong with a connection, in one line. */
export function reasonOf(error: unknown): string {
  // Node tries each address of a name and wraps the failures without a message of its own.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
