import { randomUUID } from 'node:crypto';
import { queueNames } from '@assay/contracts/queue';
import { withQueue } from '@assay/queue/testing';
import type { Fault } from '#chaos/Fault.ts';

const options = { attempts: 2_200, backoff: { type: 'capped' }, removeOnFail: true };

/** Jobs that nobody can read, that ask for what is not there, and that tell of what never was: others go on. */
export const poisonJob: Fault = {
  on: 'cluster',
  name: 'poison-job',
  title: 'Poison in the queues',
  unseen: true,
  inject: async ({ system, random }) => {
    const { url } = system.redis;
    const seed = Math.floor(random() * 1_000);
    const lacking = { submissionId: randomUUID(), challengeHash: 'f'.repeat(64), suite: 'public' };
    await withQueue(url, queueNames.judge, async (queue) => {
      await queue.add(queueNames.judge, { nonsense: true }, options);
      await queue.add(queueNames.judge, 'not even an object', options);
      await queue.add(queueNames.judge, { ...lacking, seed, files: {} }, options);
    });
    await withQueue(url, queueNames.verdicts, async (queue) => {
      await queue.add(queueNames.verdicts, { submissionId: randomUUID(), verdict: {} }, options);
    });
    await withQueue(url, queueNames.deadlines, async (queue) => {
      await queue.add(queueNames.deadlines, { attemptId: 'nobody' }, options);
    });
  },
  heal: async () => {},
};
