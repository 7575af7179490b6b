/** The `api` of the world: HTTP requests to the solution, alone or as clients that keep cookies. */
import type { WireResponse, WireResponsePart } from '#node/http/ServerResponse.ts';
import { textToBinary, toBinary } from '#remote/binary.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type {
  Api,
  ApiClient,
  ApiHead,
  ApiOptions,
  ApiRequest,
  ApiResponse,
  ApiStream,
} from '@assay/runtime/world';
import type { GraderHost } from '#grader/protocol.ts';
import { ClientExchange, type ClientRequest, type Receiver } from './ClientExchange.ts';
import { CookieJar } from './CookieJar.ts';
import { presentHead, presentResponse } from './presentResponse.ts';
import { ResponseStream } from './ResponseStream.ts';
import type { TestScope } from './TestScope.ts';

type Reply = WireResponse | { ended: true } | { refused: true } | { lost: string };
/** Sends requests: `whole` waits for all of the response, `streamed` for its head. */
type Sender = {
  whole(given: ClientRequest): Promise<ApiResponse>;
  streamed(given: ClientRequest): Promise<ApiStream>;
};

/** What the host has for the requests that are under way. */
export type ApiTurns = {
  end(id: number, json: string): void;
  part(id: number, json: string): void;
  wanted(id: number): void;
};

export function createApi(host: GraderHost, scope: TestScope): { api: Api; turns: ApiTurns } {
  const open = new Map<number, ClientExchange>();
  /** Those with a stream that a test has begun; they end with it. */
  const ofTest = new Set<ClientExchange>();
  scope.onBoundary(() => {
    for (const exchange of ofTest) exchange.abort('The test is over.');
    ofTest.clear();
  });

  function start(given: ClientRequest, receiver: Receiver): ClientExchange {
    const exchange = new ClientExchange(host, given, receiver, (id) => open.delete(id));
    open.set(exchange.id, exchange);
    const streams = given.pieces !== undefined || given.wire.responseStreams === true;
    if (streams && scope.inTest) ofTest.add(exchange);
    return exchange;
  }

  const sender: Sender = {
    whole: (given) =>
      new Promise((resolve, reject) => {
        const end: Receiver['end'] = (response) =>
          'ended' in response ? reject(notHttp()) : resolve(presentResponse(response));
        start(given, { end, fail: reject });
      }),
    streamed: (given) =>
      new Promise((resolve, reject) => {
        let stream: ResponseStream | undefined;
        const wire = { ...given.wire, responseStreams: true };
        const exchange = start(
          { ...given, wire },
          {
            part(part) {
              if ('body' in part) stream?.receive(part.body);
              else if (!stream) {
                stream = new ResponseStream(presentHead(part), {
                  taken: (length) => host.responseTaken(exchange.id, length),
                  abort: (reason) => exchange.abort(reason),
                });
                resolve(stream);
              }
            },
            end: () => (stream ? stream.finish() : reject(notHttp())),
            fail: (error) => (stream ? stream.finish(error) : reject(error)),
          },
        );
      }),
  };

  return {
    api: { ...createMethods(sender), client: () => createClient(host, sender) },
    turns: {
      end(id, json) {
        const exchange = open.get(id);
        const reply = parseReply(json);
        if ('refused' in reply)
          exchange?.fail(
            new Error('Connection refused: the solution does not listen. It has to call listen().'),
          );
        else if ('lost' in reply)
          exchange?.fail(new Error(`The connection was lost: ${reply.lost}`));
        else exchange?.end(reply);
      },
      part(id, json) {
        const part = parsePart(json);
        if (part) open.get(id)?.part(part);
      },
      wanted: (id) => open.get(id)?.wanted(),
    },
  };
}

const notHttp = () => new Error('The connection was lost: the answer was none of HTTP');

/** The solution's own code wrote it, on a runtime that it may have changed. */
function parseReply(json: string): Reply {
  try {
    const reply = JSON.parse(json) as Reply;
    if ('refused' in reply || 'lost' in reply || 'ended' in reply || isResponse(reply))
      return reply;
  } catch {
    // As below.
  }
  return { lost: 'the answer was none of HTTP' };
}

/** Likewise; what is no part is dropped. */
function parsePart(json: string): WireResponsePart | undefined {
  try {
    const part = JSON.parse(json) as WireResponsePart;
    return ('body' in part ? typeof part.body === 'string' : isHead(part)) ? part : undefined;
  } catch {
    return undefined;
  }
}

function isResponse(response: WireResponse): boolean {
  return typeof response.body === 'string' && isHead(response);
}

function isHead({ status, headers }: Omit<WireResponse, 'body'>): boolean {
  const isPair = (pair: unknown) =>
    Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
  return Number.isInteger(status) && Array.isArray(headers) && headers.every(isPair);
}

function createClient(host: GraderHost, sender: Sender): ApiClient {
  const jar = new CookieJar(() => host.now());
  /** Sends with the cookies that there are, and keeps those that come. */
  const withCookies =
    <Head extends ApiHead>(send: (given: ClientRequest) => Promise<Head>) =>
    async (given: ClientRequest): Promise<Head> => {
      const { wire } = given;
      const cookies = jar.header(wire.url);
      if (cookies !== '') wire.headers.push(['cookie', cookies]);
      const response = await send(given);
      for (const cookie of Object.values(response.cookies)) jar.store(cookie, wire.url);
      return response;
    };
  return {
    ...createMethods({
      whole: withCookies(sender.whole),
      streamed: withCookies(sender.streamed),
    }),
    client: () => createClient(host, sender),
    cookies: (path = '/') => jar.cookiesFor(path),
  };
}

function createMethods({ whole, streamed }: Sender): Omit<Api, 'client'> {
  const withBody =
    (method: string) =>
    (path: string, body?: unknown, options: ApiOptions = {}) =>
      whole(
        readRequest({
          ...options,
          method,
          path,
          headers:
            body === undefined
              ? { ...options.headers }
              : { 'content-type': 'application/json', ...options.headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
  const withoutBody =
    (method: string) =>
    (path: string, options: ApiOptions = {}) =>
      whole(readRequest({ ...options, method, path, headers: { ...options.headers } }));
  return {
    request: async (given) => whole(readRequest(given)),
    stream: async (given) =>
      streamed(readRequest(typeof given === 'string' ? { method: 'GET', path: given } : given)),
    get: async (...given) => withoutBody('GET')(...given),
    delete: async (...given) => withoutBody('DELETE')(...given),
    post: async (...given) => withBody('POST')(...given),
    put: async (...given) => withBody('PUT')(...given),
    patch: async (...given) => withBody('PATCH')(...given),
  };
}

function readRequest(request: ApiRequest): ClientRequest {
  const { method, path, headers = {}, body = '', abortAfterMs, signal } = request;
  if (!path.startsWith('/'))
    throw new Error(`A path starts with /; this is ${JSON.stringify(path)}.`);
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, value]);
  const given = new Set(pairs.map(([name]) => name.toLowerCase()));
  if (!given.has('host')) pairs.unshift(['host', 'localhost:3000']);
  const pieces = typeof body === 'string' || body instanceof Uint8Array ? undefined : body;
  const bytes = pieces ? '' : readBytes(body as string | Uint8Array);
  if (!given.has('content-length')) {
    if (pieces) pairs.push(['transfer-encoding', 'chunked']);
    else if (bytes.length > 0) pairs.push(['content-length', String(bytes.length)]);
  }
  return {
    wire: {
      method: method.toUpperCase(),
      url: path,
      headers: pairs,
      body: bytes,
      ...(pieces ? { bodyStreams: true } : {}),
    },
    ...(pieces ? { pieces } : {}),
    ...(abortAfterMs === undefined ? {} : { abortAfterMs }),
    ...(signal === undefined ? {} : { signal }),
  };
}

function readBytes(body: string | Uint8Array): string {
  return typeof body === 'string' ? textToBinary(body) : toBinary(body);
}
