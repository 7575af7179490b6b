import { embedPostgres } from '@assay/pglite';
import { expect, it } from '@jest/globals';
import { createQueues } from './createQueues.ts';
import { pglitePool } from './postgres/pglitePool.ts';
import { describeQueues } from './testing/describeQueues.ts';

describeQueues('queues on the embedded PostgreSQL', async () => {
  const pglite = await embedPostgres();
  return {
    connection: { kind: 'postgres', pool: pglitePool(pglite) },
    close: () => pglite.close(),
  };
});

it('an embedded queue gives out at once what a process that died had taken', async () => {
  const pglite = await embedPostgres();
  const connection = { kind: 'postgres', pool: pglitePool(pglite), exclusive: true } as const;
  const dead = createQueues(connection);
  const never = Promise.withResolvers<void>();
  try {
    const taken = Promise.withResolvers<void>();
    dead.consumeDeadlines(async () => {
      taken.resolve();
      await never.promise;
    });
    await dead.scheduleDeadline('attempt', new Date());
    await taken.promise;

    const from = Date.now();
    const again = createQueues(connection);
    const attemptId = await new Promise((resolve) => {
      again.consumeDeadlines(async (id) => resolve(id));
    });
    const waitedMs = Date.now() - from;
    await again.close();
    expect(attemptId).toBe('attempt');
    expect(waitedMs).toBeLessThan(2_000);
  } finally {
    never.resolve();
    await dead.close();
    await pglite.close();
  }
});
