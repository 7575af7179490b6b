import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '#chaos/Fault.ts';

/** What waited is there again with Redis; what could not be enqueued meanwhile is found by the sweep. */
export const redisKilled: Fault = {
  on: 'cluster',
  name: 'redis-killed',
  title: 'SIGKILL of Redis with persistence',
  inject: async ({ system, lastsMs }) => {
    await system.redis.kill();
    await delay(lastsMs);
  },
  heal: async ({ system }) => system.redis.restart({ forgetful: false }),
};

/** The database knows what is not judged; sweeps enqueue all of it again. */
export const redisForgets: Fault = {
  on: 'cluster',
  name: 'redis-forgets',
  title: 'SIGKILL of Redis without persistence',
  takes: 6,
  inject: async ({ system, lastsMs }) => {
    await system.redis.kill();
    await delay(lastsMs);
  },
  heal: async ({ system }) => system.redis.restart({ forgetful: true }),
};
