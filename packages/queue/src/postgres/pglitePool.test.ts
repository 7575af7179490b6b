import { setTimeout as delay } from 'node:timers/promises';
import { embedPostgres, type PGlite } from '@assay/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PgPool } from 'bullmq';
import { pglitePool } from './pglitePool.ts';

describe('a pool over one PGlite', () => {
  let pglite: PGlite;
  let pool: PgPool;

  beforeAll(async () => {
    pglite = await embedPostgres();
    pool = pglitePool(pglite);
    await pglite.exec('CREATE SCHEMA bullmq; CREATE TABLE bullmq.note (text text)');
  });
  afterAll(() => pglite.close());

  async function notes(): Promise<string[]> {
    const { rows } = await pool.query<{ text: string }>('SELECT text FROM note ORDER BY text', []);
    return rows.map(({ text }) => text);
  }

  it('keeps everybody else out of a transaction until it commits', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO bullmq.note VALUES ($1)', ['inside']);
    let seen: string[] | undefined;
    const outsider = notes().then((found) => (seen = found));
    await delay(20);
    expect(seen).toBeUndefined();
    await client.query('COMMIT');
    await outsider;
    expect(seen).toEqual(['inside']);
    client.release();
  });

  it('rolls back what a client leaves open when it is given back', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO bullmq.note VALUES ($1)', ['left open']);
    client.release();
    expect(await notes()).toEqual(['inside']);
  });

  it('leaves the search path of the application alone', async () => {
    await notes();
    const { rows } = await pglite.query('SHOW search_path');
    expect(rows).toEqual([{ search_path: 'public' }]);
    await expect(pglite.query('SELECT * FROM note')).rejects.toThrow('does not exist');
  });

  it('listens also when comments stand before LISTEN, until the client is given back', async () => {
    const client = await pool.connect();
    const heard: unknown[] = [];
    client.on('notification', (message) => heard.push(message));
    await client.query('-- who is there?\n/* all\nof them */ LISTEN knock;\n');
    await pool.query("SELECT pg_notify('knock', $1)", ['once']);
    expect(heard).toEqual([{ channel: 'knock', payload: 'once' }]);
    client.release();
    await delay(20);
    await pool.query("SELECT pg_notify('knock', $1)", ['again']);
    await delay(20);
    expect(heard).toHaveLength(1);
  });

  it('rejects a wrong statement with the code of PostgreSQL and goes on', async () => {
    await expect(pool.query('SELECT * FROM missing', [])).rejects.toMatchObject({ code: '42P01' });
    expect(await notes()).toEqual(['inside']);
  });
});
