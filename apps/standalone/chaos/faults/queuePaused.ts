import { setTimeout as delay } from 'node:timers/promises';
import { patienceMs } from '@assay/contracts/clock';
import { queueNames } from '@assay/contracts/queue';
import { listTimeCredits } from '@assay/db';
import { withQueue } from '@assay/queue/testing';
import type { Fault } from '#chaos/Fault.ts';

/** What a pause is longer than what is no pause to a candidate, ms. */
const owedMs = 5_000;

/** Nobody judges for a while; who waited has the time back. */
export const queuePaused: Fault = {
  on: 'cluster',
  name: 'queue-paused',
  title: 'The queue paused for longer than candidates should wait',
  inject: async ({ system, load, lastsMs }) => {
    await withQueue(system.redis.url, queueNames.judge, async (queue) => {
      await queue.pause();
      load.hurry();
      await delay(Math.max(lastsMs, patienceMs + owedMs));
    });
  },
  heal: ({ system }) => withQueue(system.redis.url, queueNames.judge, (queue) => queue.resume()),
  check: async ({ system, load, lastsMs }) => {
    const least = Math.max(lastsMs - patienceMs, owedMs) / 2;
    const problems: string[] = [];
    for (const { attemptId } of load.candidates) {
      const credits = await listTimeCredits(system.db, attemptId);
      const slow = credits.filter(({ cause }) => cause === 'judge_slow');
      const given = slow.reduce(
        (sum, { fromAt, toAt }) => sum + (toAt?.getTime() ?? 0) - (fromAt?.getTime() ?? 0),
        0,
      );
      if (given < least) problems.push(`${attemptId} has ${given} ms back`);
    }
    return problems;
  },
};
