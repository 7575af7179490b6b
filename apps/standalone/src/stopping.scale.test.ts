import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cluster } from '#testing/Cluster.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
}, 180_000);
afterAll(() => cluster.close());

describe('processes that are asked to end', () => {
  it('end with 0, when all is well and when Redis has gone', async () => {
    const stop = async (index: number) =>
      Promise.all(
        [cluster.apis, cluster.workers].map(async (kind) => kind[index]?.program.stop('SIGTERM')),
      );
    expect(await stop(0)).toEqual([0, 0]);
    await cluster.redis.kill();
    expect(await stop(1)).toEqual([0, 0]);
  }, 120_000);
});
