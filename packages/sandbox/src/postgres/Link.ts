import { readSync, writeSync } from 'node:fs';

/** One frame, bytes. Counters a peer that never ends one. */
const maxFrameBytes = 256 * 1024 * 1024;
/** The lengths of a frame's head and of its bytes. */
const prefixBytes = 8;

export type Frame = {
  /** JSON; whoever receives it checks it against its schema. */
  head: unknown;
  bytes: Buffer;
};

/**
 * One end of the socket between a runner and its PostgreSQL: frames of a JSON head and plain bytes, one back
 * for one forth. Both ends wait synchronously, so that nothing else of the run can happen meanwhile.
 */
export class Link {
  readonly #descriptor: number;
  readonly #scratch = Buffer.alloc(65_536);

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** @returns false when the other end is gone. */
  send(head: unknown, bytes: readonly Uint8Array[] = []): boolean {
    const text = Buffer.from(JSON.stringify(head));
    const prefix = Buffer.alloc(prefixBytes);
    prefix.writeUInt32BE(text.length, 0);
    prefix.writeUInt32BE(
      bytes.reduce((sum, part) => sum + part.length, 0),
      4,
    );
    const frame = Buffer.concat([prefix, text, ...bytes]);
    try {
      for (let sent = 0; sent < frame.length;) sent += writeSync(this.#descriptor, frame, sent);
      return true;
    } catch {
      return false;
    }
  }

  /** Waits for a frame. Nothing when the other end is gone, or sends what is none. */
  receive(): Frame | undefined {
    const prefix = this.#fill(this.#scratch, 0, prefixBytes);
    if (prefix === undefined) return undefined;
    const headLength = this.#scratch.readUInt32BE(0);
    const length = prefixBytes + headLength + this.#scratch.readUInt32BE(4);
    if (length > maxFrameBytes) return undefined;
    const frame = Buffer.allocUnsafe(length);
    this.#scratch.copy(frame, 0, 0, Math.min(prefix, length));
    if (this.#fill(frame, prefix, length) === undefined) return undefined;
    const bytes = frame.subarray(prefixBytes + headLength);
    try {
      return {
        head: JSON.parse(frame.toString('utf8', prefixBytes, length - bytes.length)),
        bytes,
      };
    } catch {
      return undefined;
    }
  }

  /** Reads on until `buffer` holds at least `wanted` bytes, and gives how many there are. */
  #fill(buffer: Buffer, from: number, wanted: number): number | undefined {
    let filled = from;
    try {
      while (filled < wanted) {
        const read = readSync(this.#descriptor, buffer, filled, buffer.length - filled, null);
        if (read === 0) return undefined;
        filled += read;
      }
    } catch {
      return undefined;
    }
    return filled;
  }
}
