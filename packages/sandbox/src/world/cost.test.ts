import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge(1);

describe('cost', () => {
  it('tells constant, linear and quadratic work apart by CPU', async () => {
    const verdict = await judged({
      limits: { testCpuMs: 20_000, runCpuMs: 60_000, wallMs: 60_000 },
      solution: `
        const table = new Map(Array.from({ length: 50_000 }, (_, n) => [n, n]));
        export const constant = (numbers) => { let sum = 0; for (let n = 0; n < 20_000; n += 1) sum += table.get(n); return sum + numbers.length; };
        export const linear = (numbers) => new Set(numbers).size;
        export const sorted = (numbers) => numbers.toSorted((one, other) => one - other)[0];
        export const quadratic = (numbers) => numbers.filter((n, at) => numbers.indexOf(n) === at).length;
      `,
      tests: `
        import { constant, linear, quadratic, sorted } from 'solution';
        import { cost } from 'world';
        const growth = (name, size) => cost.growth({
          size,
          prepare: (n) => Array.from({ length: n }, (_, at) => (at * 7919) % 1_000_003),
          run: (_n, numbers) => ({ constant, linear, quadratic, sorted })[name](numbers),
        });
        it('is constant', async () => { expect((await growth('constant', 4)).order.cpuMs).toBe('constant'); });
        it('is linear', async () => { expect(await growth('linear', 2_000)).toGrowAtMost('linear'); });
        it('is linear enough', async () => { expect(await growth('sorted', 2_000)).toGrowAtMost('linear'); });
        it('is quadratic', async () => { expect(await growth('quadratic', 2_000)).toGrowAtMost('linear'); });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'is constant: passed',
      'is linear: passed',
      'is linear enough: passed',
      'is quadratic: failed: From 2000 to 16000, it may grow at most in proportion to the input. CPU grows faster.',
    ]);
  });

  it('counts statements, rows and commands exactly', async () => {
    const verdict = await judged({
      seedSql: 'CREATE TABLE items (id int PRIMARY KEY)',
      solution: `
        import { Redis } from 'ioredis';
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
        const redis = new Redis(process.env.REDIS_URL);
        export const oneByOne = async (ids) => { for (const id of ids) { await pool.query('SELECT id FROM items WHERE id = $1', [id]); await redis.get('item:' + id); } };
        export const together = async (ids) => (await pool.query('SELECT id FROM items WHERE id = ANY($1)', [ids])).rows.length;
      `,
      tests: `
        import { oneByOne, together } from 'solution';
        import { cost, postgres } from 'world';
        const ids = (n) => Array.from({ length: n }, (_, id) => id);
        it('counts', async () => {
          await postgres.query('INSERT INTO items SELECT generate_series(0, 99)');
          expect(await cost(() => oneByOne(ids(7)))).toMatchObject({ queries: 7, rows: 7, commands: 7, virtualMs: 0 });
          const naive = await cost.growth({ size: 10, prepare: ids, run: (_n, list) => oneByOne(list) });
          expect(naive.order).toMatchObject({ queries: 'linear', commands: 'linear' });
          expect(() => expect(naive).toGrowAtMost('constant', 'queries')).toThrow('The number of SQL statements grows in proportion to the input.');
          const good = await cost.growth({ size: 10, prepare: ids, run: (_n, list) => together(list) });
          expect(good).toGrowAtMost('constant', 'queries');
          expect([good.small.rows, good.large.rows]).toEqual([10, 80]);
          expect(good).not.toGrowAtMost('constant', 'rows');
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['counts: passed']);
  });
});
