import { expect, it } from '@jest/globals';
import type { RunnerProcess } from './RunnerProcess.ts';
import { SharedRunners } from './SharedRunners.ts';

/** Leases that only count; which runner does what is all that matters here. */
function counting() {
  let leases = 0;
  const lease = async (work: (runner: RunnerProcess) => Promise<void>) => {
    leases += 1;
    await work({ pid: leases } as RunnerProcess);
  };
  return { lease, leases: () => leases };
}

const fit = async ({ pid }: RunnerProcess) => ({ fit: true, pid });

it('gives one runner what comes while it is busy, and another after one that it is not fit for', async () => {
  const shared = new SharedRunners(1);
  const { lease, leases } = counting();
  const served = await Promise.all([
    shared.use('one', lease, fit),
    shared.use('one', lease, async ({ pid }) => ({ fit: false, pid })),
    shared.use('one', lease, fit),
    shared.use('other', lease, fit),
  ]);
  expect(served.map(({ pid }) => pid)).toEqual([1, 1, 3, 2]);
  expect((await shared.use('one', lease, fit)).pid).toBe(4);
  expect(leases()).toBe(4);
});

it('tells everybody who waits when no runner can be had, and tries again for those who come later', async () => {
  const shared = new SharedRunners(1);
  const none = () => Promise.reject(new Error('none starts'));
  const refused = await Promise.allSettled([
    shared.use('one', none, fit),
    shared.use('one', none, fit),
  ]);
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const { lease } = counting();
  expect((await shared.use('one', lease, fit)).pid).toBe(1);
});
