import { setTimeout as delay } from 'node:timers/promises';
import { patienceMs } from '@assay/contracts/clock';
import { queueNames } from '@assay/contracts/queue';
import { listTimeCredits } from '@assay/db';
import { withQueue } from '@assay/queue/testing';
import type { Fault } from '#chaos/Fault.ts';

/** By how much a pause is longer than what candidates have to bear, ms. */
const owedMs = 3_000;

/** Nobody judges for a while; who waited has the time back. */
export const queuePaused: Fault = {
  on: 'cluster',
  name: 'queue-paused',
  title: 'The queue paused for longer than candidates should wait',
  takes: 8,
  inject: async ({ system, load, lastsMs }) => {
    await withQueue(system.redis.url, queueNames.judge, async (queue) => {
      await queue.pause();
      load.hurry();
      await delay(Math.max(lastsMs, patienceMs + owedMs));
    });
  },
  heal: ({ system }) => withQueue(system.redis.url, queueNames.judge, (queue) => queue.resume()),
  // That each has exactly what they waited for is in the ledger; here, that somebody has waited.
  check: async ({ system, load }) => {
    const credits = await Promise.all(
      load.candidates.map(({ attemptId }) => listTimeCredits(system.db, attemptId)),
    );
    const isGiven = credits.flat().some(({ cause }) => cause === 'judge_slow');
    return isGiven ? [] : ['nobody has time back, and the queue stood'];
  },
};
