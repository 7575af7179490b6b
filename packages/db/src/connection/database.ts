import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A PostgreSQL, embedded or on a server, or a transaction on one: every query takes any of these. */
export type Database = PgDatabase<PgQueryResultHKT>;
