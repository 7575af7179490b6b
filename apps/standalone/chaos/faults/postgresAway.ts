import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '#chaos/Fault.ts';

/** What was acknowledged was committed, and is there after the recovery. */
export const postgresKilled: Fault = {
  on: 'cluster',
  name: 'postgres-killed',
  title: 'SIGKILL of PostgreSQL',
  inject: async ({ system, lastsMs }) => {
    await system.postgres.kill();
    await delay(lastsMs);
  },
  heal: async ({ system }) => system.postgres.restart(),
};

/** What was under way is rolled back, and done again by whoever wanted it. */
export const postgresRestarted: Fault = {
  on: 'cluster',
  name: 'postgres-restarted',
  title: 'PostgreSQL restarted',
  inject: async ({ system, lastsMs }) => {
    await system.postgres.stop();
    await delay(lastsMs);
  },
  heal: async ({ system }) => system.postgres.restart(),
};

/** Everything takes longer; nothing is given up that could still come. */
export const postgresSlow: Fault = {
  on: 'cluster',
  name: 'postgres-slow',
  title: 'PostgreSQL slow, 100 ms for each answer and question',
  inject: async ({ system, lastsMs }) => {
    system.toPostgres.delayMs = 100;
    await delay(lastsMs);
  },
  heal: async ({ system }) => {
    system.toPostgres.delayMs = 0;
  },
};
