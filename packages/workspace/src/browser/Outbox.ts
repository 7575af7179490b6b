import { maxUpdateBytes } from '@assay/contracts/realtime';
import * as Y from 'yjs';

/** One update to send, and how many changes of the person are in it. */
type Change = { bytes: Uint8Array; count: number };

/** The changes that the server has not acknowledged: those that wait, and those on their way. */
export class Outbox {
  #waiting: Change[] = [];
  #onItsWay: Change | undefined;

  /** How many changes of the person are not acknowledged. */
  get pending(): number {
    const waiting = this.#waiting.reduce((sum, { count }) => sum + count, 0);
    return waiting + (this.#onItsWay?.count ?? 0);
  }

  get isSending(): boolean {
    return this.#onItsWay !== undefined;
  }

  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  add(bytes: Uint8Array): void {
    this.#waiting.push({ bytes, count: 1 });
  }

  /** Puts all that the server lacks in the place of what waits. */
  replaceBy(missing: Uint8Array | undefined): void {
    const count = this.pending;
    if (missing === undefined) this.#waiting = [];
    // One by one when they are too much for one message; what arrived already changes nothing.
    else if (missing.byteLength <= maxUpdateBytes || count === 0)
      this.#waiting = [{ bytes: missing, count: Math.max(1, count) }];
  }

  /** Takes as many waiting updates as fit in one message, merged; always at least one. They are on their way then. */
  take(): Uint8Array {
    let size = 0;
    let take = 0;
    for (const { bytes } of this.#waiting) {
      size += bytes.byteLength;
      if (take > 0 && size > maxUpdateBytes) break;
      take += 1;
    }
    const batch = this.#waiting.splice(0, take);
    const bytes = Y.mergeUpdates(batch.map((change) => change.bytes));
    this.#onItsWay = { bytes, count: batch.reduce((sum, { count }) => sum + count, 0) };
    return bytes;
  }

  /** What was on its way has arrived. */
  arrived(): void {
    this.#onItsWay = undefined;
  }

  /** What was on its way has not arrived, as far as is known. */
  putBack(): void {
    if (this.#onItsWay) this.#waiting.unshift(this.#onItsWay);
    this.#onItsWay = undefined;
  }
}
