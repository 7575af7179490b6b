import { deflateRawSync, inflateRawSync } from 'node:zlib';

export type TimedUpdate = { at: Date; author: string; bytes: Uint8Array };

/** Of each update in a pack: time since the one before, ms, author and length, bytes. */
type Head = [sinceMs: number, author: string, length: number][];

const headLengthBytes = 4;

/** Several updates as one text of bytes, with nothing lost: a deflated list of times, authors and lengths, then the updates. */
export function packUpdates(updates: readonly TimedUpdate[]): Uint8Array {
  let before = 0;
  const head: Head = updates.map(({ at, author, bytes }) => {
    const sinceMs = at.getTime() - before;
    before = at.getTime();
    return [sinceMs, author, bytes.byteLength];
  });
  const encodedHead = Buffer.from(JSON.stringify(head));
  const headLength = Buffer.alloc(headLengthBytes);
  headLength.writeUInt32BE(encodedHead.byteLength);
  return deflateRawSync(
    Buffer.concat([headLength, encodedHead, ...updates.map(({ bytes }) => bytes)]),
  );
}

/** What went into a pack, in order. */
export function unpackUpdates(packed: Uint8Array): TimedUpdate[] {
  const raw = inflateRawSync(packed);
  let offset = headLengthBytes + raw.readUInt32BE();
  // Nobody but `packUpdates` writes packs.
  const head = JSON.parse(raw.toString('utf8', headLengthBytes, offset)) as Head;
  let atMs = 0;
  return head.map(([sinceMs, author, length]) => {
    atMs += sinceMs;
    const bytes = Uint8Array.from(raw.subarray(offset, offset + length));
    offset += length;
    return { at: new Date(atMs), author, bytes };
  });
}
