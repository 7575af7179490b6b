import { PGlite } from '@electric-sql/pglite';
import { expect, it } from '@jest/globals';
import { createQueues } from './createQueues.ts';
import { pglitePool } from './postgres/pglitePool.ts';
import { describeQueues } from './testing/describeQueues.ts';

describeQueues('queues on the embedded PostgreSQL', async () => {
  const pglite = await PGlite.create();
  return {
    connection: { kind: 'postgres', pool: pglitePool(pglite) },
    close: () => pglite.close(),
  };
});

it('an embedded queue gives out at once what a process that died had taken', async () => {
  const pglite = await PGlite.create();
  const connection = { kind: 'postgres', pool: pglitePool(pglite), exclusive: true } as const;
  const dead = createQueues(connection);
  const taken = Promise.withResolvers<void>();
  const never = Promise.withResolvers<void>();
  const stuck = dead.consumeDeadlines(async () => {
    taken.resolve();
    await never.promise;
  });
  await dead.scheduleDeadline('attempt', new Date());
  await taken.promise;

  const next = createQueues(connection);
  const from = Date.now();
  const attemptId = await new Promise((resolve) => {
    next.consumeDeadlines(async (id) => resolve(id));
  });
  expect(attemptId).toBe('attempt');
  expect(Date.now() - from).toBeLessThan(2_000);
  never.resolve();
  await stuck.close();
  await Promise.all([dead.close(), next.close()]);
  await pglite.close();
});
