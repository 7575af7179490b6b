import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PGlite } from '@electric-sql/pglite';
import { embedPostgres } from './embedPostgres.ts';

let postgres: PGlite;
beforeAll(async () => {
  postgres = await embedPostgres();
  await postgres.exec(
    'create table notes (id int primary key, text text, bytes bytea, tags text[])',
  );
});
afterAll(() => postgres.close());

const prepared = async (part: string) => {
  const { rows } = await postgres.query<{ name: string }>(
    `select name from pg_prepared_statements where statement like $1`,
    [`%${part}%`],
  );
  return rows.length;
};

describe('a statement that comes again', () => {
  it('is prepared the second time, and answers the same each time', async () => {
    const insert = 'insert into notes values ($1, $2, $3, $4) returning id, bytes, tags';
    for (const id of [1, 2, 3]) {
      const bytes = Uint8Array.from([0, id, 255]);
      const { rows, affectedRows } = await postgres.query(insert, [id, null, bytes, ['a,"b', 'c']]);
      expect(rows).toEqual([{ id, bytes, tags: ['a,"b', 'c'] }]);
      expect(affectedRows).toBe(1);
      expect(await prepared('insert into notes')).toBe(id === 1 ? 0 : 1);
    }
    const { rows } = await postgres.query('select id from notes order by id', [], {
      rowMode: 'array',
      parsers: { 23: (id) => `number ${id}` },
    });
    expect(rows).toEqual([['number 1'], ['number 2'], ['number 3']]);
  });

  it('fails as it would alone, inside a transaction and outside, and works again after', async () => {
    const insert = 'insert into notes (id) values ($1)';
    for (let round = 0; round < 3; round += 1) {
      await expect(postgres.query(insert, [1])).rejects.toMatchObject({
        code: '23505',
        query: insert,
        params: [1],
      });
      const failing = postgres.transaction(async (transaction) => {
        await transaction.query(insert, [100 + round]);
        await transaction.query(insert, [1]);
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      await expect(postgres.query('select nothing from notes')).rejects.toThrow('does not exist');
    }
    const { rows } = await postgres.query('select count(*)::int as count from notes');
    expect(rows).toEqual([{ count: 3 }]);
  });

  it('answers the columns that its table has by then', async () => {
    const all = 'select * from notes where id = 1';
    for (let round = 0; round < 2; round += 1) await postgres.query(all);
    await postgres.transaction(async (transaction) => {
      await transaction.exec('alter table notes drop column tags');
      for (let round = 0; round < 2; round += 1)
        expect((await transaction.query(all)).rows).toEqual([
          { id: 1, text: null, bytes: Uint8Array.from([0, 1, 255]) },
        ]);
    });
    expect(await prepared('select * from notes')).toBe(1);
  });

  it('does not stay for good among many others', async () => {
    for (let other = 0; other < 310; other += 1)
      for (let round = 0; round < 2; round += 1)
        await postgres.query(`select ${other} as other from notes`);
    expect(await prepared('as other')).toBeLessThanOrEqual(300);
    expect(await prepared('select 0 as other')).toBe(0);
  });
});
