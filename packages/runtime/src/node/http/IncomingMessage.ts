import { Buffer } from 'node:buffer';
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';

/** A request on its way to the solution; `body` is bytes as a string of code units 0 to 255. */
export type WireRequest = {
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
  /** The body comes in pieces, after the request. */
  bodyStreams?: boolean;
  /** The response is wanted in pieces, as it is written. */
  responseStreams?: boolean;
};

/** Headers that Node keeps the first of, rather than joining them. */
const single = new Set([
  'authorization',
  'content-length',
  'content-type',
  'host',
  'user-agent',
  'location',
  'etag',
]);

function joinHeaders(pairs: [string, string][]): Record<string, string> {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    const earlier = headers[key];
    if (key === 'set-cookie') cookies.push(value);
    else if (earlier === undefined) headers[key] = value;
    else if (!single.has(key)) headers[key] = `${earlier}${key === 'cookie' ? '; ' : ', '}${value}`;
  }
  // The one header that is a list.
  if (cookies.length > 0) Object.assign(headers, { 'set-cookie': cookies });
  return headers;
}

/** The far end of a connection on the run's own network. */
class VirtualSocket extends EventEmitter {
  readonly remoteAddress = '127.0.0.1';
  readonly remoteFamily = 'IPv4';
  readonly remotePort = 49_152;
  readonly encrypted = false;
  readable = true;
  writable = true;
  destroyed = false;

  destroy(): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.readable = false;
    this.writable = false;
    this.emit('close');
    return this;
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }
}

export class IncomingMessage extends Readable {
  readonly method: string;
  url: string;
  readonly headers: Record<string, string>;
  readonly rawHeaders: string[];
  readonly httpVersion = '1.1';
  readonly httpVersionMajor = 1;
  readonly httpVersionMinor = 1;
  readonly socket = new VirtualSocket();
  readonly connection = this.socket;
  readonly trailers = {};
  complete = false;
  aborted = false;
  #body: string;
  readonly #streams: boolean;
  /** Asks for the next piece of the body. */
  readonly #want: () => void;
  /** A piece filled the buffer; the next one is asked for when there is room. */
  #full = false;

  constructor(request: WireRequest, want = () => {}) {
    super();
    this.#streams = request.bodyStreams === true;
    this.#want = want;
    this.method = request.method;
    this.url = request.url;
    this.headers = joinHeaders(request.headers);
    this.rawHeaders = request.headers.flat();
    this.#body = request.body;
  }

  get headersDistinct(): Record<string, string[]> {
    const distinct: Record<string, string[]> = {};
    for (let index = 0; index < this.rawHeaders.length; index += 2)
      (distinct[(this.rawHeaders[index] ?? '').toLowerCase()] ??= []).push(
        this.rawHeaders[index + 1] ?? '',
      );
    return distinct;
  }

  setTimeout(): this {
    return this;
  }

  override _read(): void {
    if (this.#streams) {
      if (this.#full) this.#want();
      this.#full = false;
      return;
    }
    if (this.complete) return;
    this.complete = true;
    if (this.#body !== '') this.push(Buffer.from(this.#body, 'latin1'));
    this.#body = '';
    this.push(null);
  }

  /** A piece of a body that comes in pieces; none means that it has ended. */
  receive(binary: string): void {
    if (this.destroyed) return;
    if (binary === '') {
      this.complete = true;
      this.push(null);
    } else if (this.push(Buffer.from(binary, 'latin1'))) this.#want();
    else this.#full = true;
  }

  /** As in Node: a request that is given up takes its connection along, and throws only at those who listen. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.readableEnded || !this.complete) {
      this.aborted = true;
      this.emit('aborted');
      this.socket.destroy();
    }
    done(this.listenerCount('error') > 0 ? error : null);
  }
}
