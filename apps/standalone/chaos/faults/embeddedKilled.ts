import type { Fault } from '#chaos/Fault.ts';

/** What was acknowledged is on disk, and the next start goes on with it. */
export const embeddedKilled: Fault = {
  on: 'embedded',
  name: 'embedded-killed',
  title: 'SIGKILL of `npm start`',
  takes: 10,
  usually: 200,
  inject: async ({ system }) => {
    await system.program.stop('SIGKILL');
  },
  heal: async ({ system }) => system.restart(),
};
