import { Buffer } from 'node:buffer';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { ApiHead, ApiStream, ServerSentEvent } from '@assay/runtime/world';

type Connection = {
  /** So many bytes have been read. */
  taken(length: number): void;
  abort(reason: string): void;
};

/** A response that is read while it comes. */
export class ResponseStream implements ApiStream {
  readonly status: number;
  readonly headers: ApiHead['headers'];
  readonly cookies: ApiHead['cookies'];
  readonly #connection: Connection;
  readonly #parts: string[] = [];
  readonly #decoder = new TextDecoder();
  /** Text that has come after the last whole line. */
  #rest = '';
  #end: { error?: Error } | undefined;
  #wake: (() => void)[] = [];

  constructor({ status, headers, cookies }: ApiHead, connection: Connection) {
    this.status = status;
    this.headers = headers;
    this.cookies = cookies;
    this.#connection = connection;
  }

  get closed(): boolean {
    return this.#end !== undefined;
  }

  /** Bytes have come, one a character. */
  receive(binary: string): void {
    this.#parts.push(binary);
    this.#wakeReaders();
  }

  /** Nothing more will come; an error says that more should have. */
  finish(error?: Error): void {
    this.#end ??= error ? { error } : {};
    this.#wakeReaders();
  }

  abort(): void {
    this.#parts.length = 0;
    this.#connection.abort('The request was aborted.');
  }

  #wakeReaders(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  async #next(): Promise<Buffer | undefined> {
    for (;;) {
      const binary = this.#parts.shift();
      if (binary !== undefined) {
        this.#connection.taken(binary.length);
        return Buffer.from(binary, 'latin1');
      }
      if (this.#end?.error) throw this.#end.error;
      if (this.#end) return undefined;
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  async *chunks(): AsyncGenerator<Buffer, void, undefined> {
    for (let chunk = await this.#next(); chunk; chunk = await this.#next()) yield chunk;
  }

  async *lines(): AsyncGenerator<string, void, undefined> {
    for (;;) {
      const end = this.#rest.indexOf('\n');
      if (end >= 0) {
        const line = this.#rest.slice(0, end).replace(/\r$/, '');
        this.#rest = this.#rest.slice(end + 1);
        yield line;
        continue;
      }
      const chunk = await this.#next();
      if (chunk) this.#rest += this.#decoder.decode(chunk, { stream: true });
      else {
        const last = this.#rest + this.#decoder.decode();
        this.#rest = '';
        if (last !== '') yield last;
        return;
      }
    }
  }

  /** @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
  async *events(): AsyncGenerator<ServerSentEvent, void, undefined> {
    let event = 'message';
    let id: string | undefined;
    let data: string[] = [];
    for await (const line of this.lines()) {
      if (line === '') {
        if (data.length > 0)
          yield { event, data: data.join('\n'), ...(id === undefined ? {} : { id }) };
        event = 'message';
        data = [];
        continue;
      }
      const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === 'data') data.push(value);
      else if (field === 'event') event = value;
      else if (field === 'id') id = value;
    }
  }

  async text(): Promise<string> {
    const lines = [this.#rest];
    this.#rest = '';
    for (let chunk = await this.#next(); chunk; chunk = await this.#next())
      lines.push(this.#decoder.decode(chunk, { stream: true }));
    return lines.join('') + this.#decoder.decode();
  }
}
