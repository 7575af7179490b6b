import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { answers } from '#testing/answers.ts';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { inviteDemoCandidate } from '#testing/inviteDemoCandidate.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const root = join(import.meta.dirname, '../../..');
const apiMain = join(root, 'apps/api/src/main.ts');
const workerMain = join(root, 'apps/worker/src/main.ts');

describe('API and worker as processes of their own, on Redis and PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let api: Program;
  let worker: Program;
  let env: Record<string, string>;
  let candidate: CandidateClient;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
    const port = await freePort();
    env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      PORT: String(port),
      ASSAY_URL: `http://127.0.0.1:${port}`,
      ASSAY_API_URL: `http://127.0.0.1:${port}`,
      ASSAY_SECRET: randomBytes(32).toString('hex'),
      ASSAY_WORKER_TOKEN: randomBytes(32).toString('hex'),
      ASSAY_CONCURRENCY: '2',
      ASSAY_DEMO: '0',
    };
    const link = await inviteDemoCandidate(env);
    api = startProgram(apiMain, env);
    worker = startProgram(workerMain, env);
    await Promise.all([answers(`${env.ASSAY_URL}/health`), worker.prints(/Judging submissions/)]);
    candidate = await CandidateClient.open(link);
  });
  afterAll(async () => {
    await worker.stop('SIGTERM');
    await api.stop('SIGTERM');
    await redis.close();
    await postgres.close();
  });

  /** How many verdicts the database holds for a submission. */
  async function countVerdicts(submissionId: string): Promise<number> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      const text = 'SELECT count(*)::int AS n FROM verdicts WHERE submission_id = $1';
      const { rows } = await client.query<{ n: number }>(text, [submissionId]);
      return rows[0]?.n ?? 0;
    } finally {
      await client.end();
    }
  }

  it('carry a submission all the way to a recorded verdict', async () => {
    const { id } = await candidate.submit('orders-api');
    const { verdict } = await candidate.judged(id);
    expect(verdict?.status).toBe('failed');
    expect(verdict?.total).toBeGreaterThan(0);
  });

  it('record one verdict for a submission whose worker was killed while it ran', async () => {
    await candidate.save('orders-api', { 'src/index.ts': 'for (;;) {}\n' });
    const { id } = await candidate.submit('orders-api');
    await delay(400);
    expect(await countVerdicts(id)).toBe(0);
    expect(await worker.stop('SIGKILL')).toBe('SIGKILL');

    worker = startProgram(workerMain, env);
    const { verdict } = await candidate.judged(id);
    expect(verdict?.status).toBe('cpu_limit');
    expect(await countVerdicts(id)).toBe(1);
  });

  it('lose no verdict while the API is away', async () => {
    const { id } = await candidate.submit('sliding-window-rate-limiter');
    expect(await api.stop('SIGKILL')).toBe('SIGKILL');
    await delay(1_000);
    api = startProgram(apiMain, env);
    await answers(`${env.ASSAY_URL}/health`);
    expect((await candidate.judged(id)).verdict?.status).toBe('failed');
    expect(await countVerdicts(id)).toBe(1);
  });

  it('stop in order when they are asked to', async () => {
    expect(await worker.stop('SIGTERM')).toBe(0);
    expect(await api.stop('SIGTERM')).toBe(0);
  });
});
