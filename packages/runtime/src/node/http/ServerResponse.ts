import { Buffer } from 'node:buffer';
import { Writable } from 'node:stream';
import { toBinary } from '#remote/binary.ts';
import { virtualNow } from '#time/clock.ts';
import type { IncomingMessage } from './IncomingMessage.ts';
import { STATUS_CODES } from './statusCodes.ts';
import { validateHeaderName, validateHeaderValue } from './validateHeader.ts';

/** What the solution answered; `body` is bytes as a string of code units 0 to 255. */
export type WireResponse = { status: number; headers: [string, string][]; body: string };

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
  readonly #respond: (response: WireResponse) => void;

  constructor(request: IncomingMessage, respond: (response: WireResponse) => void) {
    super();
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
    this.#chunks.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    const headers = [...this.#headers.values()].flatMap(({ name, value }) =>
      Array.isArray(value)
        ? value.map((part): [string, string] => [name, String(part)])
        : [[name, String(value)] as [string, string]],
    );
    if (this.sendDate && !this.hasHeader('date'))
      headers.push(['Date', new Date(virtualNow()).toUTCString()]);
    const bodyless =
      this.req.method === 'HEAD' || this.statusCode === 204 || this.statusCode === 304;
    this.#respond({
      status: this.statusCode,
      headers,
      body: bodyless ? '' : this.#chunks.map(toBinary).join(''),
    });
    done();
  }
}
