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
