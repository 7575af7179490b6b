import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const balance = async (id: number) => {
  const clients = Array.from({ length: 3_000 }, () => new pg.Client({ connectionString: process.env.DATABASE_URL }));
  const ends = await Promise.allSettled(clients.map((client) => client.connect()));
  return ends.filter(({ status }) => status === 'fulfilled').length;
};
export const move = async () => {};
export const rename = async () => {};
