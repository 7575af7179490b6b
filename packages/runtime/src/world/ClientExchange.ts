import type { WireRequest } from '#node/http/IncomingMessage.ts';
import type { WireResponse, WireResponsePart } from '#node/http/ServerResponse.ts';
import { textToBinary, toBinary } from '#remote/binary.ts';
import { clearTimeout, setTimeout } from '#time/timers.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { ApiBody, ApiOptions } from '@assay/runtime/world';
import type { GraderHost } from '#grader/protocol.ts';

export type Pieces = Exclude<ApiBody, string | Uint8Array>;

export type ClientRequest = Pick<ApiOptions, 'abortAfterMs' | 'signal'> & {
  wire: WireRequest;
  /** The body, where it streams. */
  pieces?: Pieces;
};

/** What becomes of a request. After `end` or `fail` nothing more comes. */
export type Receiver = {
  part?(part: WireResponsePart): void;
  end(response: WireResponse | { ended: true }): void;
  fail(error: Error): void;
};

/** The tests' side of one request: sends the body as fast as the solution takes it, and hangs up. */
export class ClientExchange {
  readonly #host: GraderHost;
  readonly #receiver: Receiver;
  readonly #onOver: (id: number) => void;
  readonly #id: number;
  #answered = false;
  #bodySent: boolean;
  #giveUp = () => {};
  #makeRoom: (() => void) | undefined;

  /** @param onOver Told when neither request nor response has anything to come. */
  constructor(
    host: GraderHost,
    { wire, pieces, abortAfterMs, signal }: ClientRequest,
    receiver: Receiver,
    onOver: (id: number) => void,
  ) {
    this.#host = host;
    this.#receiver = receiver;
    this.#onOver = onOver;
    this.#bodySent = pieces === undefined;
    const streams = wire.bodyStreams === true || wire.responseStreams === true;
    this.#id = host.sendRequest(JSON.stringify(wire), streams ? 1 : 0);
    this.#hangUpOn(signal, abortAfterMs);
    if (pieces) void this.#send(pieces);
  }

  get id(): number {
    return this.#id;
  }

  get #over(): boolean {
    return this.#answered && this.#bodySent;
  }

  #hangUpOn(signal: AbortSignal | undefined, afterMs: number | undefined): void {
    const abort = () => this.abort('The request was aborted.');
    const timer =
      afterMs === undefined
        ? undefined
        : setTimeout(() => this.abort(`The request was aborted after ${afterMs} ms.`), afterMs);
    this.#giveUp = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    if (signal?.aborted === true) queueMicrotask(abort);
    else signal?.addEventListener('abort', abort);
  }

  async #send(pieces: Pieces): Promise<void> {
    try {
      for await (const piece of pieces) {
        if (this.#bodySent) return;
        const binary = typeof piece === 'string' ? textToBinary(piece) : toBinary(piece);
        if (binary === '') continue;
        const room = new Promise<void>((resolve) => (this.#makeRoom = resolve));
        this.#host.sendRequestPart(this.#id, binary);
        await room;
        if (this.#bodySent) return;
      }
      if (this.#bodySent) return;
      this.#host.sendRequestPart(this.#id, '');
      this.#bodySent = true;
      if (this.#over) this.#onOver(this.#id);
    } catch (error) {
      this.#close(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The solution has room for another piece of the body. */
  wanted(): void {
    this.#makeRoom?.();
  }

  part(part: WireResponsePart): void {
    if (!this.#answered) this.#receiver.part?.(part);
  }

  end(response: WireResponse | { ended: true }): void {
    this.#giveUp();
    this.#answered = true;
    this.#receiver.end(response);
    if (this.#over) this.#onOver(this.#id);
  }

  /** The connection is gone, or never was. */
  fail(error: Error): void {
    this.#finish();
    this.#receiver.fail(error);
  }

  abort(reason: string): void {
    this.#close(new Error(reason));
  }

  #close(error: Error): void {
    if (this.#over) return;
    const answered = this.#answered;
    this.#finish();
    this.#host.abortRequest(this.#id);
    if (!answered) this.#receiver.fail(error);
  }

  #finish(): void {
    this.#giveUp();
    this.#answered = true;
    this.#bodySent = true;
    this.#makeRoom?.();
    this.#onOver(this.#id);
  }
}
