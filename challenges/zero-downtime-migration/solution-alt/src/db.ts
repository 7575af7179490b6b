import pg from 'pg';

export const db = new pg.Pool({ connectionString: process.env.DATABASE_URL });

/** What the final version inserts has no `total` of its own. */
export const noTotal = '(see total_cents)';

/** SQL: the new columns are what counts, rather than a `total` that an old version has written since. */
export const isCurrent = `(total = total_seen OR total = '${noTotal}')`;
