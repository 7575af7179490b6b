import { Buffer } from 'node:buffer';
import { Writable } from 'node:stream';
import { toBinary } from '#remote/binary.ts';
import { virtualNow } from '#time/clock.ts';
import type { IncomingMessage } from './IncomingMessage.ts';
import { STATUS_CODES } from './statusCodes.ts';
import { validateHeaderName, validateHeaderValue } from './validateHeader.ts';

/** What the solution answered; `body` is bytes as a string of code units 0 to 255. */
export type WireResponse = { status: number; headers: [string, string][]; body: string };
/** What comes before the end of a response that is sent as it is written: the head first. */
export type WireResponsePart = Omit<WireResponse, 'body'> | { body: string };
/** How an exchange ends: with a whole response, after its parts, or without. */
export type WireEnd = WireResponse | { ended: true } | { lost: string };

/** What a client's side of the connection holds before the server has to wait, bytes. */
const windowLength = 65_536;

type WriteCallback = (error?: Error | null) => void;
type HeaderValue = string | number | readonly string[];

export class ServerResponse extends Writable {
  statusCode = 200;
  statusMessage = '';
  headersSent = false;
  finished = false;
  sendDate = true;
  readonly req: IncomingMessage;
  readonly socket: IncomingMessage['socket'];
  readonly connection: IncomingMessage['socket'];
  readonly #headers = new Map<string, { name: string; value: HeaderValue }>();
  readonly #chunks: Uint8Array[] = [];
  readonly #respond: (end: WireEnd) => void;
  readonly #part: ((part: WireResponsePart) => void) | undefined;
  #headIsOut = false;
  #isOut = false;
  /** Bytes that the client has not read, and the write that waits for it to do so. */
  #unread = 0;
  #waiting: (() => void) | undefined;

  /** @param part Takes what is written as it is written; without it, all goes to `respond` at the end. */
  constructor(
    request: IncomingMessage,
    respond: (end: WireEnd) => void,
    part?: (part: WireResponsePart) => void,
  ) {
    super();
    this.#part = part;
    this.req = request;
    this.socket = request.socket;
    this.connection = request.socket;
    this.#respond = respond;
  }

  setHeader(name: string, value: HeaderValue): this {
    if (this.headersSent) {
      throw Object.assign(new Error('Cannot set headers after they are sent to the client'), {
        code: 'ERR_HTTP_HEADERS_SENT',
      });
    }
    validateHeaderName(name);
    validateHeaderValue(name, value);
    this.#headers.set(name.toLowerCase(), { name, value });
    return this;
  }

  appendHeader(name: string, value: string | readonly string[]): this {
    const earlier = this.getHeader(name);
    return this.setHeader(
      name,
      earlier === undefined ? value : ([earlier, value].flat() as string[]),
    );
  }

  setHeaders(headers: Iterable<[string, string]>): this {
    for (const [name, value] of headers) this.setHeader(name, value);
    return this;
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.#headers.get(name.toLowerCase())?.value;
  }

  getHeaders(): Record<string, HeaderValue> {
    const headers = Object.create(null) as Record<string, HeaderValue>;
    for (const [key, { value }] of this.#headers) headers[key] = value;
    return headers;
  }

  getHeaderNames(): string[] {
    return [...this.#headers.keys()];
  }

  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase());
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  writeHead(
    status: number,
    reason?: string | Record<string, HeaderValue>,
    headers?: Record<string, HeaderValue>,
  ): this {
    if (this.headersSent) {
      throw Object.assign(new Error('Cannot write headers after they are sent to the client'), {
        code: 'ERR_HTTP_HEADERS_SENT',
      });
    }
    const code = Math.trunc(Number(status));
    if (!(code >= 100 && code <= 999)) {
      throw Object.assign(new RangeError(`Invalid status code: ${status}`), {
        code: 'ERR_HTTP_INVALID_STATUS_CODE',
      });
    }
    this.statusCode = code;
    if (typeof reason === 'string') this.statusMessage = reason;
    for (const [name, value] of Object.entries(
      (typeof reason === 'object' ? reason : headers) ?? {},
    ))
      this.setHeader(name, value);
    this._implicitHeader();
    return this;
  }

  /** Express and its middleware wrap this to add headers at the last moment. */
  _implicitHeader(): void {
    if (this.headersSent) return;
    this.statusMessage ||= STATUS_CODES[this.statusCode] ?? 'unknown';
    this.headersSent = true;
  }

  flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode);
    this.#sendHead();
  }

  writeContinue(): void {}

  setTimeout(): this {
    return this;
  }

  override write(chunk: unknown, callback?: WriteCallback): boolean;
  override write(chunk: unknown, encoding: BufferEncoding, callback?: WriteCallback): boolean;
  override write(chunk: unknown, ...rest: unknown[]): boolean {
    if (!this.headersSent) this.writeHead(this.statusCode);
    return super.write(chunk, ...(rest as [BufferEncoding]));
  }

  override end(
    ...args: [chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void]
  ): this {
    if (!this.headersSent) {
      const [chunk, encoding] = args;
      if (
        this.#chunks.length === 0 &&
        !this.hasHeader('content-length') &&
        !this.hasHeader('transfer-encoding')
      ) {
        const length =
          typeof chunk === 'string'
            ? Buffer.byteLength(chunk, typeof encoding === 'string' ? encoding : 'utf8')
            : chunk instanceof Uint8Array
              ? chunk.byteLength
              : 0;
        if (this.statusCode !== 204 && this.statusCode !== 304)
          this.setHeader('Content-Length', length);
      }
      this.writeHead(this.statusCode);
    }
    this.finished = true;
    super.end(...(args as []));
    return this;
  }

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    if (!this.#part) {
      this.#chunks.push(chunk);
      done();
      return;
    }
    this.#sendHead();
    if (this.#isBodyless) {
      done();
      return;
    }
    this.#part({ body: toBinary(chunk) });
    this.#unread += chunk.byteLength;
    if (this.#unread < windowLength) done();
    else this.#waiting = done;
  }

  /** The client has read so many bytes of what was sent as it was written. */
  taken(length: number): void {
    this.#unread -= length;
    if (this.#unread >= windowLength) return;
    const goOn = this.#waiting;
    this.#waiting = undefined;
    goOn?.();
  }

  get #isBodyless(): boolean {
    return this.req.method === 'HEAD' || this.statusCode === 204 || this.statusCode === 304;
  }

  #head(): Omit<WireResponse, 'body'> {
    const headers = [...this.#headers.values()].flatMap(({ name, value }) =>
      Array.isArray(value)
        ? value.map((part): [string, string] => [name, String(part)])
        : [[name, String(value)] as [string, string]],
    );
    if (this.sendDate && !this.hasHeader('date'))
      headers.push(['Date', new Date(virtualNow()).toUTCString()]);
    return { status: this.statusCode, headers };
  }

  #sendHead(): void {
    if (this.#headIsOut) return;
    this.#headIsOut = true;
    this.#part?.(this.#head());
  }

  override _final(done: () => void): void {
    this.#isOut = true;
    if (this.#part) {
      this.#sendHead();
      this.#respond({ ended: true });
    } else {
      const body = this.#isBodyless ? '' : this.#chunks.map(toBinary).join('');
      this.#respond({ ...this.#head(), body });
    }
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.#isOut) this.#respond({ lost: 'the solution closed it' });
    this.#isOut = true;
    done(error);
  }
}
