import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { migrate, openPostgres } from '@assay/db';
import { createQueues } from '@assay/queue';
import { pino } from 'pino';
import { createApi } from '#createApi.ts';
import { demoChallenges } from '#demo/demoContent.ts';
import { sampleChallenge } from './sampleChallenge.ts';

/** What all nodes of a test's installation have in common, also those in processes of their own. */
export const nodeSettings = { publicUrl: 'http://assay.test', secret: 's'.repeat(32) };

export type TestNode = Awaited<ReturnType<typeof startNode>>;

/** One node of an installation, with connections of its own; `bus` is the way to the others, if that is not Redis itself. */
export async function startNode(urls: { postgres: string; redis: string; bus?: string }) {
  const { db, close } = await openPostgres(urls.postgres);
  await migrate(db);
  const queues = createQueues({ kind: 'redis', url: urls.redis });
  const api = await createApi({
    db,
    queues,
    logger: pino({ level: 'silent' }),
    ...nodeSettings,
    redisUrl: urls.bus ?? urls.redis,
    challenges: [...demoChallenges, 'sample'].map(sampleChallenge),
  });
  api.server.listen(0, '127.0.0.1');
  await once(api.server, 'listening');
  const { port } = api.server.address() as AddressInfo;
  return {
    ...api,
    db,
    queues,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await api.close();
      await queues.close();
      await close();
    },
  };
}
