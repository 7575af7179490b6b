import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
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
  io.adapter(createAdapter(redis));
  return {
    close: async () => {
      redis.disconnect();
    },
  };
}
