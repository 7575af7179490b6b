/** The `world` that test files import: the run around the solution, under the author's control. */
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { World } from '@assay/runtime/world';
import { advanceClock } from '#grader/advanceClock.ts';
import type { GraderHost } from '#grader/protocol.ts';
import { type ApiTurns, createApi } from './createApi.ts';
import { createCost } from './createCost.ts';
import { createFiles } from './createFiles.ts';
import { createPostgres } from './createPostgres.ts';
import { createRedis } from './createRedis.ts';
import { createUpstreams, type UpstreamWorld } from './createUpstreams.ts';
import { MessageQueue } from './MessageQueue.ts';
import type { TestScope } from './TestScope.ts';

export type GraderWorld = {
  world: World;
  exchanges: ApiTurns;
  upstreams: Pick<UpstreamWorld, 'receive' | 'abandon'>;
};

export function createWorld(host: GraderHost, scope: TestScope): GraderWorld {
  const { api, turns } = createApi(host, scope);
  const upstreams = createUpstreams(host, scope);
  return {
    world: {
      api,
      clock: {
        now: () => host.now(),
        advance: (ms) => advanceClock(host, ms),
      },
      postgres: createPostgres(host),
      redis: createRedis(host),
      upstream: upstreams.upstream,
      queue: (deliver, options = {}) => new MessageQueue(deliver, options, () => host.now()),
      async restart() {
        const problem = host.restart();
        if (problem !== '') throw new Error(`The solution did not start again: ${problem}`);
      },
      cost: createCost(host),
      files: createFiles(host),
      get logs() {
        return JSON.parse(host.logs()) as World['logs'];
      },
    },
    exchanges: turns,
    upstreams,
  };
}
