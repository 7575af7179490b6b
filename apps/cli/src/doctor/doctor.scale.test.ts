import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate, openPostgres } from '@assay/db';
import { startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { checkPostgres } from './checkPostgres.ts';
import { checkRedis } from './checkRedis.ts';

const run = promisify(execFile);
const Report = z.object({
  findings: z.array(z.object({ check: z.string(), status: z.string(), says: z.string() })),
});

describe('the doctor, of real servers', () => {
  let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
  });
  afterAll(async () => {
    await Promise.all([postgres.close(), redis.close()]);
  });

  const statuses = (found: { check: string; status: string }[]) =>
    Object.fromEntries(found.map(({ check, status }) => [check, status]));
  const configure = (name: string, value: string) =>
    run('redis-cli', ['-u', redis.url, 'config', 'set', name, value]);

  async function onPostgres(work: (query: (text: string) => Promise<unknown>) => Promise<void>) {
    const { pool, close } = await openPostgres(postgres.url);
    await work((text) => pool.query(text));
    await close();
  }

  it('finds them well as they should be set, and the tables missing until an API has started', async () => {
    expect(statuses(await checkRedis(redis.url))).toEqual({
      redis: 'ok',
      'redis eviction': 'ok',
      'redis persistence': 'ok',
      'redis memory': 'ok',
      'redis clock': 'ok',
    });
    expect(statuses(await checkPostgres(postgres.url))).toMatchObject({
      database: 'ok',
      'database schema': 'warning',
      'database writes': expect.any(String),
      'database clock': 'ok',
    });
    const { db, close } = await openPostgres(postgres.url);
    await migrate(db);
    await close();
    expect(statuses(await checkPostgres(postgres.url))).toMatchObject({ 'database schema': 'ok' });
  });

  it('finds a Redis that forgets jobs, and says how to mend it', async () => {
    await configure('maxmemory-policy', 'allkeys-lru');
    await configure('appendonly', 'no');
    await configure('maxmemory', '2mb');
    const found = await checkRedis(redis.url);
    expect(statuses(found)).toMatchObject({
      'redis eviction': 'failed',
      'redis persistence': 'warning',
    });
    expect(found.find(({ check }) => check === 'redis eviction')?.mend).toContain(
      'config set maxmemory-policy noeviction',
    );
    expect(found.find(({ check }) => check === 'redis memory')?.says).toMatch(/of 2 MB/);
    await configure('maxmemory', '0');
  });

  it('finds a database that takes no writes, one that may lose them, and one that is newer', async () => {
    await onPostgres(async (query) => {
      await query('alter role current_user set synchronous_commit = off');
    });
    expect(statuses(await checkPostgres(postgres.url))).toMatchObject({
      'database writes': 'failed',
    });
    await onPostgres(async (query) => {
      await query(
        `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 1)`,
      );
      await query('alter role current_user set default_transaction_read_only = on');
    });
    const found = await checkPostgres(postgres.url);
    expect(found.find(({ check }) => check === 'database writes')?.says).toBe(
      'The database takes no writes',
    );
    expect(statuses(found)).toMatchObject({ 'database schema': 'failed' });
  });

  it('tells scripts by its exit code and as one JSON document', async () => {
    const ended = run(
      process.execPath,
      [join(import.meta.dirname, '../main.ts'), 'doctor', '--json'],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          REDIS_URL: redis.url,
          DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/assay',
          ASSAY_SECRET: 'too short',
        },
      },
    );
    const { code, stdout } = await ended.then(
      () => ({ code: 0, stdout: '' }),
      (error: { code: number; stdout: string }) => error,
    );
    expect(code).toBe(1);
    const { findings } = Report.parse(JSON.parse(stdout));
    expect(findings.filter(({ status }) => status === 'failed').map(({ check }) => check)).toEqual([
      'database',
      'redis eviction',
      'ASSAY_SECRET',
    ]);
    expect(stdout).not.toContain('hunter2');
  });
});
