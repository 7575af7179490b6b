import { PGlite } from '@electric-sql/pglite';
import { pglitePool } from './postgres/pglitePool.ts';
import { describeQueues } from './testing/describeQueues.ts';

describeQueues('queues on the embedded PostgreSQL', async () => {
  const pglite = await PGlite.create();
  return {
    connection: { kind: 'postgres', pool: pglitePool(pglite) },
    close: () => pglite.close(),
  };
});
