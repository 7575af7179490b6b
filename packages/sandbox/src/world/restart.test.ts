import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge(1);

describe('restart', () => {
  it('kills the solution at a chosen statement or command, and keeps what was stored', async () => {
    const verdict = await judged({
      seedSql: 'CREATE TABLE orders (id int PRIMARY KEY)',
      solution: `
        import express from 'express';
        import { Redis } from 'ioredis';
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
        const redis = new Redis(process.env.REDIS_URL);
        let served = 0;
        const app = express();
        app.put('/orders/:id', async (request, response) => {
          served += 1;
          const client = await pool.connect();
          await client.query('BEGIN');
          await client.query('INSERT INTO orders VALUES ($1)', [request.params.id]);
          await client.query('COMMIT');
          client.release();
          await redis.rpush('events', request.params.id);
          response.json({ served });
        });
        app.listen(3000);
      `,
      tests: `
        import { api, logs, postgres, redis } from 'world';
        const stored = async () => (await postgres.query('SELECT id FROM orders ORDER BY id')).map((row) => row.id);
        const events = () => redis.call('LRANGE', 'events', 0, -1);

        it('before COMMIT', async () => {
          expect((await api.put('/orders/1')).body).toEqual({ served: 1 });
          const crash = postgres.crash({ statement: 'COMMIT' });
          await expect(api.put('/orders/2')).rejects.toThrow('the solution stopped');
          expect(crash.failed).toBe(1);
          expect(await stored()).toEqual([1]);
        });
        it('after COMMIT', async () => {
          postgres.crash({ statement: 'COMMIT', executed: true });
          await expect(api.put('/orders/3')).rejects.toThrow('the solution stopped');
          expect(await stored()).toEqual([1, 3]);
          expect(await events()).toEqual(['1']);
        });
        it('at a command', async () => {
          redis.crash({ command: 'RPUSH', skip: 1, executed: true });
          expect((await api.put('/orders/4')).body).toEqual({ served: 1 });
          await expect(api.put('/orders/5')).rejects.toThrow('the solution stopped');
          expect(await events()).toEqual(['1', '4', '5']);
          expect((await api.put('/orders/6')).body).toEqual({ served: 1 });
        });
        it('not after it has recovered', async () => {
          const crash = postgres.crash({ skip: 1 });
          redis.crash({});
          postgres.recover();
          redis.recover();
          expect((await api.put('/orders/7')).status).toBe(200);
          expect(crash.failed).toBe(0);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'before COMMIT: passed',
      'after COMMIT: passed',
      'at a command: passed',
      'not after it has recovered: passed',
    ]);
  });
});
