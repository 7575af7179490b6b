import pg from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

/**
 * How long a change of the table waits for its lock. While it waits, everybody else who wants the table queues
 * behind it; rather than that, the step fails, and is run again.
 */
const lockTimeout = "SET LOCAL lock_timeout = '2s'";

/** Changes the table in one transaction: all of the statements, or none. */
export async function changeSchema(statements: string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of [lockTimeout, ...statements]) await client.query(statement);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    // Closing the connection ends its transaction, whatever state the failure has left it in.
    client.release(true);
    throw error;
  }
}

/** Whether the table still has the column that old versions know. */
export async function hasOldColumn(): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM pg_attribute
     WHERE attrelid = 'invoices'::regclass AND attname = 'total' AND NOT attisdropped`,
  );
  return rowCount === 1;
}
