import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const balance = async (id: number) => {
  const { rows } = await pool.query(`SELECT repeat('x', 200000000), repeat('y', 200000000)`);
  return rows.length;
};
export const move = async () => {};
export const rename = async () => {};
