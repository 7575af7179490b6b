/** `fetch` over the run's network. */
import { Buffer } from 'node:buffer';
import { networkError } from './networkError.ts';
import { sendRequest } from './sendRequest.ts';

type FetchOptions = {
  method?: string;
  headers?: Record<string, string> | [string, string][];
  body?: string | Uint8Array;
  signal?: AbortSignal;
};

class FetchHeaders extends Map<string, string> {
  constructor(pairs: [string, string][]) {
    super();
    for (const [name, value] of pairs) {
      const key = name.toLowerCase();
      const earlier = this.get(key);
      this.set(key, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }

  override get(name: string): string | undefined {
    return super.get(name.toLowerCase());
  }
}

function present(url: string, status: number, pairs: [string, string][], bytes: Buffer) {
  const text = () => bytes.toString();
  return {
    url,
    status,
    ok: status >= 200 && status < 300,
    headers: new FetchHeaders(pairs),
    text: async () => text(),
    json: async () => JSON.parse(text()) as unknown,
    arrayBuffer: async () => Uint8Array.from(bytes).buffer,
  };
}

/** @throws {TypeError} `fetch failed`, with its cause, when there is no response. */
function fetch(target: string | URL, options: FetchOptions = {}) {
  return new Promise<ReturnType<typeof present>>((resolve, reject) => {
    const { href, host } = new URL(target);
    const { method = 'GET', body = '', signal } = options;
    const given = Array.isArray(options.headers)
      ? options.headers
      : Object.entries(options.headers ?? {});
    signal?.throwIfAborted();
    const cancel = sendRequest(
      {
        method: method.toUpperCase(),
        url: href,
        headers: [['host', host], ...given],
        bodyBase64: Buffer.from(body as string).toString('base64'),
      },
      (reply) => {
        if ('error' in reply) {
          const cause = networkError(reply.error.code, reply.error.message);
          reject(new TypeError('fetch failed', { cause }));
        } else {
          const bytes = Buffer.from(reply.bodyBase64, 'base64');
          resolve(present(href, reply.status, reply.headers, bytes));
        }
      },
    );
    signal?.addEventListener('abort', () => {
      cancel();
      reject(signal.reason as Error);
    });
  });
}

Object.defineProperty(globalThis, 'fetch', { value: fetch, writable: true, configurable: true });
