import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '#chaos/Fault.ts';

/** How long runs take to begin and to end, ms: a moment within is in mid-run. */
const runMs = 400;

/** Another worker finds its jobs when their locks run out, and judges them again with the same verdict. */
export const workerKilled: Fault = {
  on: 'cluster',
  name: 'worker-killed',
  title: 'SIGKILL of a worker in mid-run',
  inject: async ({ system, load, random }) => {
    load.hurry();
    await delay(random() * runMs);
    await system.pick('workers', random).program.stop('SIGKILL');
  },
  heal: async ({ system }) => system.startAll(),
};
