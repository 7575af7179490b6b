/** The client side of `node:http`: requests over the run's network. */
import { Buffer } from 'node:buffer';
import { Writable } from 'node:stream';
import { networkError } from '#network/networkError.ts';
import type { UpstreamReply } from '#network/protocol.ts';
import { sendRequest } from '#network/sendRequest.ts';
import * as timers from '#time/timers.ts';
import { IncomingMessage } from './IncomingMessage.ts';
import { type RequestOptions, readRequestOptions } from './requestOptions.ts';
import { STATUS_CODES } from './statusCodes.ts';

type Respond = (response: IncomingMessage) => void;
type HeaderValue = string | number | readonly string[];

/** Connections cost nothing here, so there is nothing that an agent would keep. */
export class Agent {
  readonly options: object;

  constructor(options: object = {}) {
    this.options = options;
  }

  destroy(): void {}
}
export const globalAgent = new Agent();

class ClientResponse extends IncomingMessage {
  readonly statusCode: number;
  readonly statusMessage: string;

  constructor({ status, headers, bodyBase64 }: Extract<UpstreamReply, { status: number }>) {
    super({
      method: '',
      url: '',
      headers,
      body: Buffer.from(bodyBase64, 'base64').toString('latin1'),
    });
    this.statusCode = status;
    this.statusMessage = STATUS_CODES[status] ?? '';
  }
}

const abortError = () =>
  Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' });

const hangUp = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

export class ClientRequest extends Writable {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly protocol: string;
  reusedSocket = false;
  aborted = false;
  readonly #url: string;
  readonly #headers = new Map<string, { name: string; value: HeaderValue }>();
  readonly #chunks: Uint8Array[] = [];
  #cancel: (() => void) | undefined;
  #timer: unknown;

  constructor(
    target: string | URL | RequestOptions,
    options: RequestOptions | Respond | undefined,
    respond: Respond | undefined,
    defaultProtocol: 'http:' | 'https:',
  ) {
    // It lives on when all is written, until the response has ended.
    super({ autoDestroy: false });
    const read = readRequestOptions(
      target,
      typeof options === 'object' ? options : {},
      defaultProtocol,
    );
    this.method = read.method;
    this.path = read.url.pathname + read.url.search;
    this.host = read.url.hostname;
    this.protocol = read.url.protocol;
    this.#url = read.url.href;
    this.setHeader('Host', read.url.host);
    for (const [name, value] of read.headers) this.setHeader(name, value);
    const callback = typeof options === 'function' ? options : respond;
    if (callback) this.once('response', callback);
    if (read.timeoutMs !== undefined) this.setTimeout(read.timeoutMs);
    const { signal } = read;
    if (signal?.aborted) timers.nextTick(() => this.destroy(abortError()));
    else signal?.addEventListener('abort', () => this.destroy(abortError()), { once: true });
  }

  setHeader(name: string, value: HeaderValue): this {
    this.#headers.set(name.toLowerCase(), { name, value });
    return this;
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.#headers.get(name.toLowerCase())?.value;
  }

  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase());
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  flushHeaders(): void {}

  setNoDelay(): void {}

  setSocketKeepAlive(): void {}

  setTimeout(ms: number, callback?: () => void): this {
    timers.clearTimeout(this.#timer);
    if (callback) this.once('timeout', callback);
    if (ms > 0) this.#timer = timers.setTimeout(() => this.emit('timeout'), ms);
    return this;
  }

  abort(): void {
    this.aborted = true;
    this.destroy();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    const body = Buffer.concat(this.#chunks);
    if (body.length > 0 && !this.hasHeader('content-length')) {
      if (!this.hasHeader('transfer-encoding')) this.setHeader('Content-Length', body.length);
    }
    const headers = [...this.#headers.values()].flatMap(({ name, value }) =>
      [value].flat().map((part): [string, string] => [name, String(part)]),
    );
    this.#cancel = sendRequest(
      { method: this.method, url: this.#url, headers, bodyBase64: body.toString('base64') },
      (reply) => this.#receive(reply),
    );
    done();
  }

  #receive(reply: UpstreamReply): void {
    this.#cancel = undefined;
    timers.clearTimeout(this.#timer);
    if ('error' in reply) {
      this.destroy(networkError(reply.error.code, reply.error.message));
      return;
    }
    const response = new ClientResponse(reply);
    response.once('close', () => this.destroy());
    if (!this.emit('response', response)) response.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    timers.clearTimeout(this.#timer);
    const waited = this.#cancel !== undefined;
    this.#cancel?.();
    this.#cancel = undefined;
    done(error ?? (waited ? hangUp() : null));
  }
}

type Target = string | URL | RequestOptions;

/** `request` and `get` of `node:http` or `node:https`. */
export function createClient(protocol: 'http:' | 'https:') {
  const request = (target: Target, options?: RequestOptions | Respond, respond?: Respond) =>
    new ClientRequest(target, options, respond, protocol);
  const get = (...given: Parameters<typeof request>) => {
    const sent = request(...given);
    sent.end();
    return sent;
  };
  return { request, get };
}

export const { request, get } = createClient('http:');
