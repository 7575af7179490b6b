import { maxUpdateBytes } from '@assay/contracts/realtime';
import * as Y from 'yjs';
import { splitUpdate } from './splitUpdate.ts';

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

  /** Counts what an earlier visit left unacknowledged; what it is, `replaceBy` says once the server has answered. */
  countEarlier(count: number): void {
    if (count > 0) this.#waiting.push({ bytes: nothing, count });
  }

  add(bytes: Uint8Array): void {
    this.#waiting.push(...inMessages(bytes, 1));
  }

  /** Puts all that the server lacks in the place of what waits. */
  replaceBy(missing: Uint8Array | undefined): void {
    const count = Math.max(1, this.pending);
    this.#waiting = missing === undefined ? [] : inMessages(missing, count);
  }

  /** Takes as many waiting updates as fit in one message, merged. They are on their way then. */
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

/** Says nothing, and changes nothing. */
const nothing = Y.encodeStateAsUpdate(new Y.Doc());

/** An update in pieces that each fit in a message. Its changes count as sent with the last: no part of it is all. */
function inMessages(update: Uint8Array, count: number): Change[] {
  const pieces = splitUpdate(update, maxUpdateBytes);
  return pieces.map((bytes, index) => ({ bytes, count: index === pieces.length - 1 ? count : 0 }));
}
