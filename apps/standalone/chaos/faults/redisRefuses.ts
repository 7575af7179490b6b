import { setTimeout as delay } from 'node:timers/promises';
import { redisCommand } from '@assay/queue/testing';
import type { Fault } from '#chaos/Fault.ts';

/** Nothing can be written with `noeviction`, and nothing is thrown out. */
export const redisFull: Fault = {
  on: 'cluster',
  name: 'redis-full',
  title: 'Redis out of memory',
  inject: async ({ system, lastsMs }) => {
    await redisCommand(system.redis.url, 'config', 'set', 'maxmemory', '1');
    await delay(lastsMs);
  },
  heal: async ({ system }) => {
    await redisCommand(system.redis.url, 'config', 'set', 'maxmemory', '0');
  },
};

/** As after a failover that has not reached everybody: a replica answers and takes nothing. */
export const redisReadOnly: Fault = {
  on: 'cluster',
  name: 'redis-read-only',
  title: 'Redis read-only',
  inject: async ({ system, lastsMs }) => {
    // Its leader is a port that nobody listens on.
    await redisCommand(system.redis.url, 'replicaof', '127.0.0.1', '1');
    await delay(lastsMs);
  },
  heal: async ({ system }) => {
    await redisCommand(system.redis.url, 'replicaof', 'no', 'one');
  },
};
