import type { Fault } from '#chaos/Fault.ts';

/** Everybody types all the time, so any moment is one. Pages come back on the other API and send what was not saved. */
export const apiKilledInKeystroke: Fault = {
  on: 'cluster',
  name: 'api-killed-typing',
  title: 'SIGKILL of an API in mid-keystroke',
  inject: async ({ system, random }) => {
    await system.pick('apis', random).program.stop('SIGKILL');
  },
  heal: async ({ system }) => system.startAll(),
};
