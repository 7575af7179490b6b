import type { QueueConnection } from '@assay/queue';
import { pglitePool } from '@assay/queue';
import { startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { embedPostgres } from '@assay/pglite';

export const queueKinds = ['pglite', 'redis', 'postgres'] as const;
export type QueueKind = (typeof queueKinds)[number];

/** A queue of its own, on the back end of an embedded installation or on a server that is started for it. */
export async function openQueue(
  kind: QueueKind,
): Promise<{ connection: QueueConnection; close(): Promise<void> }> {
  switch (kind) {
    case 'pglite': {
      const pglite = await embedPostgres();
      return {
        connection: { kind: 'postgres', pool: pglitePool(pglite), exclusive: true },
        close: () => pglite.close(),
      };
    }
    case 'redis': {
      const server = await startRedisServer();
      return { connection: { kind: 'redis', url: server.url }, close: () => server.close() };
    }
    case 'postgres': {
      const server = await startPostgresServer();
      return { connection: { kind: 'postgres', url: server.url }, close: () => server.close() };
    }
  }
}
