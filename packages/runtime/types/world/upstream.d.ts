/** A request that the solution has sent to an upstream. */
export type UpstreamRequest = {
  method: string;
  /** Without the query. */
  path: string;
  query: Record<string, string>;
  /** What the placeholders of the route stand for: of `GET /rates/:currency` there is `currency`. */
  params: Record<string, string>;
  /** By lower-case name. */
  headers: Record<string, string>;
  text: string;
  /** Parsed when it is JSON; else the text. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests assert on the shape, which is the point of them
  body: any;
  /** When it was sent, virtual ms since the epoch. */
  atMs: number;
  /** What it got: a status, or the code of a network error; nothing while it waits. */
  readonly outcome: number | string | undefined;
  /** The solution gave up waiting. */
  readonly aborted: boolean;
};

/** `body` is sent as JSON, a string as it is. The status is 200 unless given. */
export type UpstreamReply = {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Before it answers, virtual ms. */
  delayMs?: number;
};

/**
 * What goes wrong: a status to answer with, or no answer at all. `refused`, `reset` and `unknown_host` are
 * network errors that come at once, `silence` is a connection on which nothing ever comes.
 */
export type UpstreamFailure =
  | number
  | UpstreamReply
  | 'refused'
  | 'reset'
  | 'unknown_host'
  | 'silence';

export type UpstreamOptions = {
  /** `'GET /rates/:currency'`, `'/rates'` for every method, `'POST /v1/*'` for all below; everything unless given. */
  route?: string;
  /** For how many requests; all unless given. */
  times?: number;
};

/**
 * An HTTP service that the solution calls. What a test says holds until the test ends; what is said
 * outside of tests holds for all of them. Of several things that fit a request, those with `times` come first,
 * in the order in which they were said; then the one that was said last.
 */
export type Upstream = {
  /** Answers requests for `route`; without any, everything is answered with 404. */
  reply(
    route: string,
    reply: UpstreamReply | ((request: UpstreamRequest) => UpstreamReply | Promise<UpstreamReply>),
    options?: { times?: number },
  ): Upstream;
  /** Fails instead of answering. With `executed`, `reply` takes place and only its answer is lost. */
  fail(failure: UpstreamFailure, options?: UpstreamOptions & { executed?: boolean }): Upstream;
  /** Fails a share of the requests, from 0 to 1, which the seed chooses. The failure is 503 unless given. */
  flaky(
    share: number,
    options?: UpstreamOptions & { failure?: UpstreamFailure; executed?: boolean },
  ): Upstream;
  /** Answers after so many ms of virtual time; a pair stands for a range, in which the seed chooses. */
  delay(ms: number | [from: number, to: number], options?: UpstreamOptions): Upstream;
  /** Ends all failures and delays. */
  recover(): Upstream;
  /** Requests of this test, in order. */
  readonly requests: UpstreamRequest[];
  /** The largest number of requests of this test that waited at one moment. */
  readonly mostAtOnce: number;
};

/** The service at an origin, such as `https://rates.test`. Nobody answers at other addresses. */
export type Upstreams = (origin: string) => Upstream;
