import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { RealtimeServer } from './announcer.ts';

/** Lets several nodes of the API speak to each other's sockets, through Redis. */
export function connectNodes(
  io: RealtimeServer,
  redisUrl: string,
  logger: Logger,
): { close(): Promise<void> } {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', (error) => logger.error({ err: error }, 'The link between the nodes is down'));
  // Socket.io does not wait for what it publishes: a node that stops meanwhile would end with its rejection.
  const publish = redis.publish.bind(redis);
  redis.publish = async (channel: string | Buffer, message: string | Buffer) =>
    publish(channel, message).catch((error: unknown) => {
      logger.warn({ err: error }, 'The other nodes were not told something');
      return 0;
    });
  // It ends its other connections once each has had an answer, which from a Redis that has gone never comes.
  const clients = [redis];
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (options?: Partial<RedisOptions>) => {
    const client = duplicate(options);
    clients.push(client);
    return client;
  };
  io.adapter(createAdapter(redis));
  return {
    close: async () => {
      for (const client of clients) client.disconnect();
    },
  };
}
