/** The `world` that test files import: the run around the solution, under the author's control. */
import type { WireRequest } from '#node/http/IncomingMessage.ts';
import type { WireResponse } from '#node/http/ServerResponse.ts';
import { binaryToText, textToBinary } from '#remote/binary.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Api, ApiOptions, ApiRequest, ApiResponse, World } from '@assay/runtime/world';
import { advanceClock } from './advanceClock.ts';
import type { GraderHost } from './protocol.ts';

type Waiting = { resolve(response: ApiResponse): void; reject(error: Error): void };
type Reply = WireResponse | { refused: true } | { lost: string };

export type GraderWorld = { world: World; receiveResponse(id: number, json: string): void };

export function createWorld(host: GraderHost): GraderWorld {
  const waiting = new Map<number, Waiting>();
  return {
    world: {
      api: createApi(
        (request) =>
          new Promise((resolve, reject) =>
            waiting.set(host.sendRequest(JSON.stringify(request)), { resolve, reject }),
          ),
      ),
      clock: {
        now: () => host.now(),
        advance: (ms) => advanceClock(host, ms),
      },
      postgres: {
        get queries() {
          return JSON.parse(host.queries()) as World['postgres']['queries'];
        },
        async query(text, parameters = []) {
          const answer = JSON.parse(host.query(text, JSON.stringify(parameters))) as
            | { rows: Record<string, unknown>[] }
            | { error: string };
          if ('error' in answer) throw new Error(`postgres.query: ${answer.error}`);
          return answer.rows;
        },
      },
      async restart() {
        const problem = host.restart();
        if (problem !== '') throw new Error(`The solution did not start again: ${problem}`);
      },
      get logs() {
        return JSON.parse(host.logs()) as World['logs'];
      },
    },
    receiveResponse(id, json) {
      const exchange = waiting.get(id);
      waiting.delete(id);
      const reply = JSON.parse(json) as Reply;
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

function createApi(send: (request: WireRequest) => Promise<ApiResponse>): Api {
  const request = ({ method, path, headers = {}, body = '' }: ApiRequest) => {
    if (!path.startsWith('/'))
      throw new Error(`A path starts with /; this is ${JSON.stringify(path)}.`);
    const bytes = textToBinary(body);
    const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, value]);
    const given = new Set(pairs.map(([name]) => name.toLowerCase()));
    if (!given.has('host')) pairs.unshift(['host', 'localhost:3000']);
    if (bytes.length > 0 && !given.has('content-length'))
      pairs.push(['content-length', String(bytes.length)]);
    return send({ method: method.toUpperCase(), url: path, headers: pairs, body: bytes });
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
      });
  const withoutBody =
    (method: string) =>
    (path: string, options: ApiOptions = {}) =>
      request({ method, path, headers: { ...options.headers } });
  return {
    request: async (given) => request(given),
    get: async (...given) => withoutBody('GET')(...given),
    delete: async (...given) => withoutBody('DELETE')(...given),
    post: async (...given) => withBody('POST')(...given),
    put: async (...given) => withBody('PUT')(...given),
    patch: async (...given) => withBody('PATCH')(...given),
  };
}

function presentResponse({ status, headers: pairs, body }: WireResponse): ApiResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  const text = binaryToText(body);
  return { status, headers, text, body: parseBody(headers['content-type'] ?? '', text) };
}

function parseBody(contentType: string, text: string): unknown {
  if (!/^application\/([^;]+\+)?json\b/i.test(contentType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
