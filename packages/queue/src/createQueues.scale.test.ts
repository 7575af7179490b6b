import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxProfile } from '@assay/contracts/verdict';
import { describe, expect, it } from '@jest/globals';
import { queueNames } from '@assay/contracts/queue';
import { createQueues } from './createQueues.ts';
import type { QueueConnection } from './queueConnection.ts';
import { describeQueues } from './testing/describeQueues.ts';
import { startPostgresServer } from './testing/startPostgresServer.ts';
import { redisCommand } from './testing/redisCommand.ts';
import { startRedisServer } from './testing/startRedisServer.ts';

describeQueues('queues on a Redis server', async () => {
  const server = await startRedisServer();
  return { connection: { kind: 'redis', url: server.url }, close: () => server.close() };
});

describeQueues('queues on a PostgreSQL server', async () => {
  const server = await startPostgresServer();
  return { connection: { kind: 'postgres', url: server.url }, close: () => server.close() };
});

describe('the consumers of judge jobs on several machines', () => {
  it.each([
    { kind: 'redis' as const, startServer: startRedisServer },
    { kind: 'postgres' as const, startServer: startPostgresServer },
  ])('are known by their profiles, over $kind', async ({ kind, startServer }) => {
    const server = await startServer();
    const open = () => createQueues({ kind, url: server.url } as QueueConnection);
    const work = async (profile: SandboxProfile) => {
      const queues = open();
      await queues.consumeJudge(async () => {}, { concurrency: 1, profile }).ready();
      return queues;
    };
    const api = open();
    expect(await api.judgeProfiles()).toEqual([]);
    const weak = await work('process');
    const strong = await Promise.all([work('namespaces'), work('namespaces')]);
    expect(await api.judgeProfiles()).toEqual(['process', 'namespaces']);
    await weak.close();
    // A server forgets a connection a moment after its client has closed it.
    while ((await api.judgeProfiles()).includes('process')) await delay(20);
    expect(await api.judgeProfiles()).toEqual(['namespaces']);
    await Promise.all([api, ...strong].map((queues) => queues.close()));
    await server.close();
  });
});

it('a judge job on Redis says how many consumers have died while they were at it', async () => {
  const server = await startRedisServer();
  const queues = createQueues({ kind: 'redis', url: server.url });
  const submissionId = randomUUID();
  await queues.enqueueJudge({
    submissionId,
    challengeHash: 'a'.repeat(64),
    suite: 'public',
    seed: 7,
    files: {},
  });
  // As the queue counts it once a lock has run out, which takes longer than a test has.
  await redisCommand(server.url, 'hincrby', `bull:${queueNames.judge}:${submissionId}`, 'stc', '3');
  const deaths = await new Promise((resolve) => {
    queues.consumeJudge(async (_job, _report, died) => resolve(died), { concurrency: 1 });
  });
  expect(deaths).toBe(3);
  await queues.close();
  await server.close();
});

describe('queues whose server is away', () => {
  const job = {
    submissionId: randomUUID(),
    challengeHash: 'a'.repeat(64),
    suite: 'public' as const,
    seed: 7,
    files: {},
  };

  it('refuse a job instead of waiting for ever, and take it once Redis is back', async () => {
    const first = await startRedisServer();
    const errors: Error[] = [];
    const queues = createQueues(
      { kind: 'redis', url: first.url },
      { onError: (error) => errors.push(error) },
    );
    await queues.enqueueJudge(job);
    await first.close();
    await expect(queues.enqueueJudge(job)).rejects.toThrow('max retries');
    expect(errors.length).toBeGreaterThan(0);
    const second = await startRedisServer(Number(new URL(first.url).port));
    await expect(queues.enqueueJudge(job)).resolves.toBeUndefined();
    await queues.close();
    await second.close();
  });

  it('say so when PostgreSQL does not answer at the start', async () => {
    const queues = createQueues({ kind: 'postgres', url: 'postgres://127.0.0.1:1/none' });
    await expect(queues.consumeVerdicts(async () => {}).ready()).rejects.toThrow('ECONNREFUSED');
    await expect(queues.enqueueJudge(job)).rejects.toThrow('ECONNREFUSED');
    await queues.close();
  });
});
