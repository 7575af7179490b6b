import type { Fault } from '#chaos/Fault.ts';

/** Ends that were not in order, until they are asked for. */
const disorderly: string[] = [];

/** Each process in turn is asked to end, finishes what it is at, and is started anew. */
export const deploy: Fault = {
  on: 'cluster',
  name: 'deploy',
  title: 'A rolling deploy by SIGTERM',
  takes: 5,
  unseen: true,
  inject: async ({ system }) => {
    for (const member of [...system.apis, ...system.workers]) {
      const { program } = member;
      const code = await program.stop('SIGTERM');
      const lastWords = program.stdout().trim().split('\n').at(-1);
      if (code !== 0) disorderly.push(`the ${member.kind} ended with ${code}: ${lastWords}`);
      await member.start();
    }
  },
  heal: async () => {},
  check: async () => disorderly.splice(0),
};
