import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { RealtimeServer } from './announcer.ts';

/** The stream in which the adapter keeps what nodes tell each other. */
export const nodeStream = 'socket.io';
/** How long that lies in Redis, ms. It has what people type, and an erasure does not reach it. */
const keptMs = 10 * 60_000;
/** How often what is older is removed, ms. */
const forgetMs = 60_000;

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
  io.adapter(createAdapter(redis, { streamName: nodeStream }));
  const timer = setInterval(() => {
    forgetOldMessages(redis, keptMs).catch((error: unknown) =>
      logger.warn({ err: error }, 'What the nodes told each other could not be removed'),
    );
  }, forgetMs);
  return {
    close: async () => {
      clearInterval(timer);
      for (const client of clients) client.disconnect();
    },
  };
}

/**
 * Removes what nodes told each other longer ago, by the clock of Redis, which has numbered it: that of a node may be wrong.
 * A node that was away for longer reads on from what is there.
 */
export async function forgetOldMessages(redis: Redis, olderMs: number): Promise<void> {
  const [seconds] = await redis.time();
  await redis.xtrim(nodeStream, 'MINID', String(Number(seconds) * 1_000 - olderMs));
}
