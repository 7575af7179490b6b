import { Buffer } from 'node:buffer';
import type { UpstreamReply as WireReply } from '#network/protocol.ts';
import { setTimeout } from '#time/timers.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type {
  Upstream,
  UpstreamFailure,
  UpstreamOptions,
  UpstreamReply,
  UpstreamRequest,
} from '@assay/runtime/world';
import { checkFailure, checkOptions } from './checkUpstream.ts';
import { parseRoute } from './parseRoute.ts';
import { UpstreamRules } from './UpstreamRules.ts';

type Replier = Parameters<Upstream['reply']>[1];
type Trouble = { failure: UpstreamFailure; share: number; executed: boolean };
type Recorded = { -readonly [Key in keyof UpstreamRequest]: UpstreamRequest[Key] };

/** One service of the world around the solution, under the tests' control. */
export class UpstreamService implements Upstream {
  readonly #hostname: string;
  readonly #inTest: () => boolean;
  readonly #replies = new UpstreamRules<Replier>();
  readonly #troubles = new UpstreamRules<Trouble>();
  readonly #delays = new UpstreamRules<() => number>();
  #waiting = 0;
  requests: UpstreamRequest[] = [];
  mostAtOnce = 0;

  constructor(origin: string, inTest: () => boolean) {
    this.#hostname = new URL(origin).host;
    this.#inTest = inTest;
  }

  reply(route: string, reply: Replier, options: { times?: number } = {}): this {
    checkOptions('reply', options, ['times']);
    const { times } = options;
    this.#replies.add(reply, this.#given({ route, ...(times === undefined ? {} : { times }) }));
    return this;
  }

  fail(
    failure: UpstreamFailure,
    { executed = false, ...options }: UpstreamOptions & { executed?: boolean } = {},
  ): this {
    checkOptions('fail', options, ['route', 'times', 'executed']);
    this.#troubles.add(
      { failure: checkFailure(failure), share: 1, executed },
      this.#given(options),
    );
    return this;
  }

  flaky(
    share: number,
    {
      failure = 503,
      executed = false,
      ...options
    }: UpstreamOptions & { failure?: UpstreamFailure; executed?: boolean } = {},
  ): this {
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`flaky takes a share from 0 to 1; this is ${share}.`);
    checkOptions('flaky', options, ['route', 'times', 'failure', 'executed']);
    this.#troubles.add({ failure: checkFailure(failure), share, executed }, this.#given(options));
    return this;
  }

  delay(ms: number | [from: number, to: number], options: UpstreamOptions = {}): this {
    checkOptions('delay', options, ['route', 'times']);
    const [from, to] = typeof ms === 'number' ? [ms, ms] : ms;
    if (!(from >= 0 && to >= from && to < Infinity))
      throw new RangeError(`delay takes ms from 0, or a range of them; this is ${String(ms)}.`);
    const choose =
      from === to ? () => from : () => from + Math.floor(Math.random() * (to - from + 1));
    this.#delays.add(choose, this.#given(options));
    return this;
  }

  recover(): this {
    this.#troubles.clear();
    this.#delays.clear();
    return this;
  }

  #given({ route = '*', times }: UpstreamOptions) {
    return { route: parseRoute(route), times, ofTest: this.#inTest() };
  }

  /** What was said and recorded in a test ends with it. */
  forgetTest(): void {
    for (const rules of [this.#replies, this.#troubles, this.#delays]) rules.forgetTest();
    this.requests = [];
    this.mostAtOnce = this.#waiting;
  }

  /** Answers a request; nothing when there is silence. Rejects with what a test's own function throws. */
  async answer(request: Recorded): Promise<WireReply | undefined> {
    this.requests.push(request);
    this.#waiting += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#waiting);
    const trouble = this.#troubles.take(
      request,
      ({ share }) => share === 1 || Math.random() < share,
    )?.value;
    const delayMs = this.#delays.take(request)?.value() ?? 0;
    const reply =
      trouble === undefined || trouble.executed ? await this.#replyTo(request) : undefined;
    const failed = trouble && this.#describe(trouble.failure);
    if (failed === 'silence') return undefined;
    const given = failed ?? reply ?? {};
    await wait(delayMs + ('error' in given ? 0 : (given.delayMs ?? 0)));
    if (!request.aborted) this.#waiting -= 1;
    if ('error' in given) {
      request.outcome = given.error.code;
      return given;
    }
    request.outcome = given.status ?? 200;
    return present(given);
  }

  /** The solution has given up `request`. */
  abandon(request: Recorded): void {
    if (request.outcome !== undefined || request.aborted) return;
    request.aborted = true;
    this.#waiting -= 1;
  }

  async #replyTo(request: Recorded): Promise<UpstreamReply> {
    const found = this.#replies.take(request);
    if (!found)
      return { status: 404, body: `Nothing here answers ${request.method} ${request.path}.` };
    request.params = found.params;
    return typeof found.value === 'function' ? found.value(request) : found.value;
  }

  #describe(
    failure: UpstreamFailure,
  ): UpstreamReply | Extract<WireReply, { error: object }> | 'silence' {
    if (typeof failure === 'number') return { status: failure };
    if (typeof failure === 'object') return failure;
    switch (failure) {
      case 'silence':
        return failure;
      case 'refused':
        return networkError('ECONNREFUSED', `connect ECONNREFUSED ${this.#hostname}`);
      case 'reset':
        return networkError('ECONNRESET', 'read ECONNRESET');
      case 'unknown_host':
        return unknownHost(this.#hostname);
    }
  }
}

export function unknownHost(hostname: string) {
  return networkError('ENOTFOUND', `getaddrinfo ENOTFOUND ${hostname.replace(/:\d+$/, '')}`);
}

export function networkError(code: string, message: string) {
  return { error: { code, message } };
}

function wait(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(() => resolve(), ms)) : Promise.resolve();
}

function present({ status = 200, headers = {}, body }: UpstreamReply): WireReply {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const bytes = Buffer.from(text);
  const pairs = Object.entries(headers);
  const given = new Set(pairs.map(([name]) => name.toLowerCase()));
  if (text !== '' && !given.has('content-type')) pairs.push(['content-type', type]);
  if (!given.has('content-length')) pairs.push(['content-length', String(bytes.length)]);
  return { status, headers: pairs, bodyBase64: bytes.toString('base64') };
}
