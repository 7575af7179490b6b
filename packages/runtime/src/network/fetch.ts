/** `fetch` and what belongs to it: Node's own undici, whose requests go over the run's network. */
import { Buffer } from 'node:buffer';
import { networkError } from './networkError.ts';
import { sendRequest } from './sendRequest.ts';

type Undici = Record<'FormData' | 'Headers' | 'Request' | 'Response', unknown> & {
  fetch: typeof globalThis.fetch;
};

type DispatchOptions = {
  origin: string;
  path: string;
  method: string;
  headers: Record<string, string | string[]> | [string, string][];
  body: AsyncIterable<Uint8Array> | Uint8Array | string | null;
};

type Controller = {
  rawHeaders: string[];
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
};

type Handler = {
  onRequestStart(controller: Controller): void;
  onResponseStart(
    controller: Controller,
    status: number,
    headers: Record<string, string>,
    statusText: string,
  ): void;
  onResponseData(controller: Controller, chunk: Uint8Array): void;
  onResponseEnd(controller: Controller, trailers: object): void;
  onResponseError(controller: Controller, error: Error): void;
};

async function collect(body: DispatchOptions['body']): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function readHeaders(given: DispatchOptions['headers']): [string, string][] {
  const entries = Array.isArray(given) ? given : Object.entries(given);
  return entries.flatMap(([name, value]) =>
    [value].flat().map((part): [string, string] => [name, String(part)]),
  );
}

/** What undici asks for each request of a fetch; redirects and encodings are its own affair. */
const dispatcher = {
  dispatch({ origin, path, method, headers, body }: DispatchOptions, handler: Handler): boolean {
    let cancel = () => {};
    let aborted = false;
    const controller: Controller = {
      rawHeaders: [],
      pause: () => {},
      resume: () => {},
      abort(reason) {
        if (aborted) return;
        aborted = true;
        cancel();
        handler.onResponseError(controller, reason);
      },
    };
    handler.onRequestStart(controller);
    const send = (bytes: Buffer) => {
      if (aborted) return;
      const pairs = readHeaders(headers);
      if (!pairs.some(([name]) => name.toLowerCase() === 'host'))
        pairs.unshift(['host', new URL(origin).host]);
      if (bytes.length > 0 && !pairs.some(([name]) => name.toLowerCase() === 'content-length'))
        pairs.push(['content-length', String(bytes.length)]);
      const request = { method, url: origin + path, headers: pairs };
      cancel = sendRequest({ ...request, bodyBase64: bytes.toString('base64') }, (reply) => {
        if (aborted) return;
        if ('error' in reply) {
          handler.onResponseError(controller, networkError(reply.error.code, reply.error.message));
          return;
        }
        controller.rawHeaders = reply.headers.flat();
        handler.onResponseStart(controller, reply.status, Object.fromEntries(reply.headers), '');
        const received = Buffer.from(reply.bodyBase64, 'base64');
        if (received.length > 0) handler.onResponseData(controller, received);
        handler.onResponseEnd(controller, {});
      });
    };
    collect(body).then(send, (error: Error) => controller.abort(error));
    return true;
  },
};

/** Where undici looks for the one that carries its requests. */
const place = Symbol.for('undici.globalDispatcher.2');

let undici: Undici | undefined;

/** Loaded when it is first asked for: most runs need none of its half a megabyte. */
function loadUndici(): Undici {
  Object.defineProperty(globalThis, place, { value: dispatcher, configurable: true });
  undici ??= require('node:internal/deps/undici/undici') as Undici;
  return undici;
}

for (const name of ['FormData', 'Headers', 'Request', 'Response'] as const) {
  const define = (value: unknown) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      const value = loadUndici()[name];
      Object.defineProperty(value, 'name', { value: name, configurable: true });
      define(value);
      return value;
    },
    set: define,
  });
}

Object.defineProperty(globalThis, 'fetch', {
  value: function fetch(...given: Parameters<typeof globalThis.fetch>) {
    return loadUndici().fetch(...given);
  },
  writable: true,
  configurable: true,
});
