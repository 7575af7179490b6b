import { sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';

/** The wall clock of the database's machine. */
export async function readDatabaseTime(db: Database): Promise<Date> {
  const [row] = await db
    .select({ ms: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8` })
    .from(sql`(values (1)) as one`);
  if (row === undefined) throw new Error('The database does not say what time it is.');
  return new Date(row.ms);
}
