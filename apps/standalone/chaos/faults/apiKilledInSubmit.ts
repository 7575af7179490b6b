import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '#chaos/Fault.ts';

/** How long requests that store a submission are under way, ms. */
const requestMs = 60;

/** What was stored is enqueued by a sweep of the other API; what was not is pressed again by its candidate. */
export const apiKilledInSubmit: Fault = {
  on: 'cluster',
  name: 'api-killed-submit',
  title: 'SIGKILL of an API in mid-submit',
  inject: async ({ system, load, random }) => {
    load.hurry();
    await delay(random() * requestMs);
    await system.pick('apis', random).program.stop('SIGKILL');
  },
  heal: async ({ system }) => system.startAll(),
};
