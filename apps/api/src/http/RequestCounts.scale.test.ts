import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startRedisServer } from '@assay/queue/testing';
import type { Options, Store } from 'express-rate-limit';
import { pino } from 'pino';
import { waitFor } from '#testing/waitFor.ts';
import { RequestCounts } from './RequestCounts.ts';

let redis: Awaited<ReturnType<typeof startRedisServer>>;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis.close());

/** One process of the API: it counts requests of an address. */
function startProcess(url: string) {
  const counts = new RequestCounts(url, pino({ level: 'silent' }));
  const store = counts.storeOf('test') as Store;
  void store.init?.({ windowMs: 60_000 } as Options);
  return {
    count: async () => (await store.increment('192.0.2.1')).totalHits,
    takeBack: async () => store.decrement('192.0.2.1'),
    close: () => counts.close(),
  };
}

it('processes count together, alone while Redis is away, and together again when it is back', async () => {
  const [one, two] = [startProcess(redis.url), startProcess(redis.url)];
  const areTogether = async () => {
    const [before, after] = [await one.count(), await two.count()];
    return after === before + 1;
  };
  await waitFor(areTogether);
  const [before] = [await one.count(), await two.takeBack()];
  expect(await one.count()).toBe(before);

  await redis.kill();
  await waitFor(async () => (await one.count()) === 1);
  expect(await two.count()).toBe(1);
  expect([await one.count(), await two.count()]).toEqual([2, 2]);

  await redis.restart({ forgetful: false });
  await waitFor(areTogether);
  for (const { close } of [one, two]) close();
});

it('without a Redis that can be reached, the first request of a process is counted too', async () => {
  const alone = startProcess('redis://127.0.0.1:1');
  expect(await alone.count()).toBe(1);
  expect(await alone.count()).toBe(2);
  alone.close();
});
