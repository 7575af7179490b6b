/** The `api` of the world: HTTP requests to the solution, alone or as clients that keep cookies. */
import type { WireRequest } from '#node/http/IncomingMessage.ts';
import type { WireResponse } from '#node/http/ServerResponse.ts';
import { textToBinary } from '#remote/binary.ts';
import { setTimeout } from '#time/timers.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Api, ApiClient, ApiOptions, ApiRequest, ApiResponse } from '@assay/runtime/world';
import type { GraderHost } from '#grader/protocol.ts';
import { CookieJar } from './CookieJar.ts';
import { presentResponse } from './presentResponse.ts';

type Waiting = { resolve(response: ApiResponse): void; reject(error: Error): void };
type Reply = WireResponse | { refused: true } | { lost: string };
type Send = (request: WireRequest, abortAfterMs?: number) => Promise<ApiResponse>;

export function createApi(host: GraderHost): {
  api: Api;
  receiveResponse(id: number, json: string): void;
} {
  const waiting = new Map<number, Waiting>();
  const send: Send = (request, abortAfterMs) =>
    new Promise((resolve, reject) => {
      const id = host.sendRequest(JSON.stringify(request));
      waiting.set(id, { resolve, reject });
      if (abortAfterMs === undefined) return;
      setTimeout(() => {
        if (!waiting.delete(id)) return;
        host.abortRequest(id);
        reject(new Error(`The request was aborted after ${abortAfterMs} ms.`));
      }, abortAfterMs);
    });
  return {
    api: { ...createMethods(send), client: () => createClient(host, send) },
    receiveResponse(id, json) {
      const exchange = waiting.get(id);
      waiting.delete(id);
      const reply = parseReply(json);
      if ('refused' in reply)
        exchange?.reject(
          new Error('Connection refused: the solution does not listen. It has to call listen().'),
        );
      else if ('lost' in reply)
        exchange?.reject(new Error(`The connection was lost: ${reply.lost}`));
      else exchange?.resolve(presentResponse(reply));
    },
  };
}

/** The solution's own code wrote it, on a runtime that it may have changed. */
function parseReply(json: string): Reply {
  try {
    const reply = JSON.parse(json) as Reply;
    if ('refused' in reply || 'lost' in reply || isResponse(reply)) return reply;
  } catch {
    // As below.
  }
  return { lost: 'the answer was none of HTTP' };
}

function isResponse({ status, headers, body }: WireResponse): boolean {
  const isPair = (pair: unknown) =>
    Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
  return (
    Number.isInteger(status) &&
    typeof body === 'string' &&
    Array.isArray(headers) &&
    headers.every(isPair)
  );
}

function createClient(host: GraderHost, send: Send): ApiClient {
  const jar = new CookieJar(() => host.now());
  const sendWithCookies: Send = async (request, abortAfterMs) => {
    const cookies = jar.header(request.url);
    if (cookies !== '') request.headers.push(['cookie', cookies]);
    const response = await send(request, abortAfterMs);
    for (const cookie of Object.values(response.cookies)) jar.store(cookie, request.url);
    return response;
  };
  return {
    ...createMethods(sendWithCookies),
    client: () => createClient(host, send),
    cookies: (path = '/') => jar.cookiesFor(path),
  };
}

function createMethods(send: Send): Omit<Api, 'client'> {
  const request = ({ method, path, headers = {}, body = '', abortAfterMs }: ApiRequest) => {
    if (!path.startsWith('/'))
      throw new Error(`A path starts with /; this is ${JSON.stringify(path)}.`);
    const bytes = textToBinary(body);
    const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, value]);
    const given = new Set(pairs.map(([name]) => name.toLowerCase()));
    if (!given.has('host')) pairs.unshift(['host', 'localhost:3000']);
    if (bytes.length > 0 && !given.has('content-length'))
      pairs.push(['content-length', String(bytes.length)]);
    return send(
      { method: method.toUpperCase(), url: path, headers: pairs, body: bytes },
      abortAfterMs,
    );
  };
  const withBody =
    (method: string) =>
    (path: string, body?: unknown, options: ApiOptions = {}) =>
      request({
        method,
        path,
        headers:
          body === undefined
            ? { ...options.headers }
            : { 'content-type': 'application/json', ...options.headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...abortOf(options),
      });
  const withoutBody =
    (method: string) =>
    (path: string, options: ApiOptions = {}) =>
      request({ method, path, headers: { ...options.headers }, ...abortOf(options) });
  return {
    request: async (given) => request(given),
    get: async (...given) => withoutBody('GET')(...given),
    delete: async (...given) => withoutBody('DELETE')(...given),
    post: async (...given) => withBody('POST')(...given),
    put: async (...given) => withBody('PUT')(...given),
    patch: async (...given) => withBody('PATCH')(...given),
  };
}

function abortOf({ abortAfterMs }: ApiOptions): Pick<ApiOptions, 'abortAfterMs'> {
  return abortAfterMs === undefined ? {} : { abortAfterMs };
}
