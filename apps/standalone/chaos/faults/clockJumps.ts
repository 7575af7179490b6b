import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '#chaos/Fault.ts';

/** The host of one API and one worker has a wall clock that jumps ahead, and then back. Attempts last less than that. */
export const clockJumps: Fault = {
  on: 'cluster',
  name: 'clock-jumps',
  title: 'The clock of one host jumps ahead by an hour, and back',
  minutes: 59,
  inject: async ({ system, lastsMs }) => {
    for (const { program } of [system.apis[0], system.workers[0]].flatMap((one) => one ?? []))
      program.child.kill('SIGUSR2');
    await delay(lastsMs);
  },
  heal: async ({ system }) => {
    for (const { program } of [system.apis[0], system.workers[0]].flatMap((one) => one ?? []))
      program.child.kill('SIGUSR2');
  },
};
