import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge(1);

const seedSql = `
  CREATE TABLE accounts (id int PRIMARY KEY, owner text NOT NULL, balance int NOT NULL);
  INSERT INTO accounts SELECT n, 'owner ' || n, 100 FROM generate_series(1, 50) n;
  CREATE INDEX accounts_by_owner ON accounts (owner);
`;
/** Moves money in a transaction; says which SQLSTATE stopped it, if one did. */
const solution = `
  import pg from 'pg';
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
  pool.on('error', () => {});
  // A client that is checked out tells nobody else that its connection is gone.
  pool.on('connect', (client) => client.on('error', () => {}));
  export async function move(from: number, to: number, amount: number) {
    let client;
    try {
      client = await pool.connect();
      await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
      await client.query('UPDATE accounts SET balance = balance - $2 WHERE id = $1', [from, amount]);
      await client.query({ name: 'credit', text: 'UPDATE accounts SET balance = balance + $2 WHERE id = $1', values: [to, amount] });
      await client.query('COMMIT');
      client.release();
      return 'moved';
    } catch (error) {
      await client?.query('ROLLBACK').catch(() => {});
      client?.release(true);
      return error.code ?? error.message;
    }
  }
  export const find = async (owner: string) => (await pool.query('SELECT id FROM accounts WHERE owner = $1', [owner])).rows;
  export const count = async () => (await pool.query('SELECT count(*)::int AS n FROM accounts WHERE balance = 100')).rows[0].n;
`;

describe('postgres', () => {
  it('keeps the queries of tests out of the midst of a statement', async () => {
    const verdict = await judged({
      seedSql:
        'CREATE TABLE notes (id int PRIMARY KEY, n int NOT NULL); INSERT INTO notes SELECT i, 0 FROM generate_series(1, 20) i',
      solution: `
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
        export const add = async (id) => (await pool.query('UPDATE notes SET n = n + $2 WHERE id = $1', [id, 1])).rowCount;
      `,
      tests: `
        import { add } from 'solution';
        import { clock, postgres } from 'world';
        it('counts all', async () => {
          const before = clock.now();
          await Promise.all(Array.from({ length: 20 }, async (_, n) => {
            for (let round = 0; round < 5; round += 1) {
              await add(n + 1);
              await postgres.query('UPDATE notes SET n = n + $2 WHERE id = $1', [n + 1, 1]);
            }
          }));
          expect(await postgres.query('SELECT DISTINCT n FROM notes')).toEqual([{ n: 10 }]);
          expect(clock.now()).toBe(before);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['counts all: passed']);
  });

  it('keeps the settings of the solution apart from those of tests, however they take turns', async () => {
    const verdict = await judged({
      seedSql: 'CREATE TABLE notes (n int); INSERT INTO notes VALUES (1)',
      solution: `
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
        await pool.query('CREATE SCHEMA mine');
        await pool.query('CREATE TABLE mine.notes AS SELECT 2 AS n');
        export const read = async () => (await pool.query('SELECT n FROM notes')).rows[0].n;
        export const go = async (schema) => void (await pool.query('SET search_path = ' + schema));
      `,
      tests: `
        import { go, read } from 'solution';
        import { postgres } from 'world';
        const own = async () => (await postgres.query('SELECT n FROM notes'))[0].n;
        it('sees', async () => {
          const seen = [await own(), await read()];
          await go('mine');
          seen.push(await own(), await own(), await read(), await own());
          await postgres.query('SELECT no_such_column').catch(() => {});
          seen.push(await read());
          await go('public');
          expect([...seen, await own(), await read()]).toEqual([1, 1, 1, 1, 2, 1, 2, 1, 1]);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['sees: passed']);
  });

  it('fails the statements that a test names, and rolls back as PostgreSQL does', async () => {
    const verdict = await judged({
      seedSql,
      solution,
      tests: `
        import { move } from 'solution';
        import { postgres } from 'world';
        const balances = async () => (await postgres.query('SELECT balance FROM accounts WHERE id < 3 ORDER BY id')).map((row) => row.balance);

        it('fails one of the extended protocol', async () => {
          const failure = postgres.fail({ error: 'serialization_failure', statement: /^update.*\\+/i });
          expect(await move(1, 2, 10)).toBe('40001');
          expect(await balances()).toEqual([100, 100]);
          expect(failure.failed).toBe(1);
          expect(postgres.queries.map(({ text }) => text.split(' ')[0])).toEqual(['BEGIN', 'UPDATE', 'UPDATE', 'ROLLBACK']);
          expect(await move(1, 2, 10)).toBe('moved');
        });
        it('fails a simple one, after some that succeed', async () => {
          postgres.fail({ error: 'deadlock_detected', statement: 'commit', skip: 1, times: 2 });
          expect([await move(1, 2, 1), await move(1, 2, 1), await move(1, 2, 1), await move(1, 2, 1)]).toEqual(['moved', '40P01', '40P01', 'moved']);
          expect(await balances()).toEqual([88, 112]);
        });
        it('takes nothing over from the test before', async () => {
          postgres.fail({ error: 'disk_full', times: Infinity });
          expect([await move(1, 2, 1), await move(1, 2, 1)]).toEqual(['53100', '53100']);
        });
        it('is as it was', async () => {
          expect(await move(1, 2, 8)).toBe('moved');
        });
        it('loses a connection before or after the statement had its effect', async () => {
          postgres.fail({ error: 'connection_lost', statement: 'COMMIT' });
          expect(await move(1, 2, 10)).toMatch(/Connection terminated/);
          expect(await balances()).toEqual([80, 120]);
          postgres.fail({ error: 'connection_lost', statement: 'COMMIT', executed: true });
          expect(await move(1, 2, 10)).toMatch(/Connection terminated/);
          expect(await balances()).toEqual([70, 130]);
          postgres.fail({ error: 'admin_shutdown', statement: 'update' });
          expect(await move(1, 2, 10)).toBe('57P01');
          expect(await move(1, 2, 10)).toBe('moved');
        });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'fails one of the extended protocol: passed',
      'fails a simple one, after some that succeed: passed',
      'takes nothing over from the test before: passed',
      'is as it was: passed',
      'loses a connection before or after the statement had its effect: passed',
    ]);
  });

  it('shows whether a statement of the solution can use an index', async () => {
    const verdict = await judged({
      seedSql,
      solution,
      tests: `
        import { count, find } from 'solution';
        import { postgres } from 'world';
        it('explains', async () => {
          expect(await find('owner 7')).toEqual([{ id: 7 }]);
          expect(await count()).toBe(50);
          const [one, other] = await Promise.all(postgres.queries.map((query) => postgres.plan(query)));
          expect(one).toMatchObject({ indexes: ['accounts_by_owner'], sequentialScans: [] });
          expect(other).toMatchObject({ indexes: [], sequentialScans: ['accounts'], steps: ['Aggregate', 'Seq Scan'] });
          expect(other.text).toContain('Seq Scan on accounts');
          expect(postgres.queries).toHaveLength(2);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['explains: passed']);
  });
});
