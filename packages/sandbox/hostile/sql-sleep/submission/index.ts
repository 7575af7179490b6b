import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const balance = async (id: number) => {
  await pool.query('SELECT pg_sleep(100000)');
  return 10;
};
export const move = async () => {};
export const rename = async () => {};
