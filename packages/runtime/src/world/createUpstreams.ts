/** The `upstream` of the world: services that the solution calls. */
import type { GraderHost } from '#grader/protocol.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { UpstreamRequest, Upstreams } from '@assay/runtime/world';
import { checkOrigin } from './checkUpstream.ts';
import { readUpstreamRequest } from './readUpstreamRequest.ts';
import { networkError, unknownHost, UpstreamService } from './UpstreamService.ts';
import type { TestScope } from './TestScope.ts';

export type UpstreamWorld = {
  upstream: Upstreams;
  /** The solution sends a request to the world outside. */
  receive(exchange: number, json: string): void;
  /** The solution no longer waits for the reply. */
  abandon(exchange: number): void;
};

export function createUpstreams(host: GraderHost, scope: TestScope): UpstreamWorld {
  const services = new Map<string, UpstreamService>();
  const waiting = new Map<number, () => void>();
  scope.onBoundary(() => {
    for (const service of services.values()) service.forgetTest();
  });

  async function answer(
    exchange: number,
    service: UpstreamService,
    request: UpstreamRequest,
  ): Promise<void> {
    waiting.set(exchange, () => service.abandon(request));
    try {
      const reply = await service.answer(request);
      if (reply) host.replyUpstream(exchange, JSON.stringify(reply));
    } catch (error) {
      scope.failTest(error);
    }
  }

  return {
    upstream(address) {
      const origin = checkOrigin(address);
      const known = services.get(origin);
      if (known) return known;
      const service = new UpstreamService(origin, () => scope.inTest);
      services.set(origin, service);
      return service;
    },
    receive(exchange, json) {
      const read = readUpstreamRequest(json, host.now());
      const service = read && services.get(read.origin);
      if (read && service) void answer(exchange, service, read.request);
      else {
        const reply = read
          ? unknownHost(read.hostname)
          : networkError('ECONNRESET', 'write ECONNRESET');
        host.replyUpstream(exchange, JSON.stringify(reply));
      }
    },
    abandon(exchange) {
      waiting.get(exchange)?.();
      waiting.delete(exchange);
    },
  };
}
