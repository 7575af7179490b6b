import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createQueues } from './createQueues.ts';
import { describeQueues } from './testing/describeQueues.ts';
import { startPostgresServer } from './testing/startPostgresServer.ts';
import { startRedisServer } from './testing/startRedisServer.ts';

describeQueues('queues on a Redis server', async () => {
  const server = await startRedisServer();
  return { connection: { kind: 'redis', url: server.url }, close: () => server.close() };
});

describeQueues('queues on a PostgreSQL server', async () => {
  const server = await startPostgresServer();
  return { connection: { kind: 'postgres', url: server.url }, close: () => server.close() };
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
