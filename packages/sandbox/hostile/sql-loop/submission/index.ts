import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const balance = async (id: number) => {
  await pool.query(`DO $$ BEGIN LOOP END LOOP; END $$`);
  return 10;
};
export const move = async () => {};
export const rename = async () => {};
