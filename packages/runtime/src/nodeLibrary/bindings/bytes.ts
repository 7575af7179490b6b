/** Copying, comparing, filling and searching of bytes, with the bounds that Node's C++ keeps. */
type Bytes = Uint8Array;
export type Searched = [offset: number, encoding: number, forward: boolean, end?: number];

const ucs2 = 3;

export function copy(
  source: Bytes,
  target: Bytes,
  targetStart: number,
  sourceStart: number,
  count: number,
): number {
  const bytes = new Uint8Array(source.buffer, source.byteOffset + sourceStart, count);
  new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(bytes, targetStart);
  return count;
}

export function compare(one: Bytes, other: Bytes): number {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return Math.sign(one.length - other.length);
}

export function compareOffset(
  source: Bytes,
  target: Bytes,
  targetStart: number,
  sourceStart: number,
  targetLength: number,
  sourceLength: number,
): number {
  return compare(
    source.subarray(sourceStart, sourceStart + sourceLength),
    target.subarray(targetStart, targetStart + targetLength),
  );
}

/** Gives -2 for a range outside of `buffer` and -1 for a value without bytes, as Node's JavaScript expects. */
export function fill(
  buffer: Bytes,
  value: Bytes | number,
  start: number,
  end: number,
): number | undefined {
  if (start > end || start < 0 || end > buffer.length) return -2;
  if (typeof value !== 'object') {
    buffer.subarray(start, end).fill(Number(value) & 255);
    return undefined;
  }
  const pattern = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (pattern.length === 0) return -1;
  for (let index = start; index < end; index += 1)
    buffer[index] = pattern[(index - start) % pattern.length] ?? 0;
  return undefined;
}

/** Where a search starts, or -1 when nothing can be found from there. */
function startOf(length: number, offset: number, wanted: number, forward: boolean): number {
  if (offset < 0) {
    if (offset + length >= 0) return length + offset;
    return forward || wanted === 0 ? 0 : -1;
  }
  if (offset + wanted <= length) return offset;
  if (wanted === 0) return length;
  return forward ? -1 : length - 1;
}

/** The index of `wanted` in `buffer` up to `end`, from `offset` on or back from it; -1 when it is not there. */
export function search(
  buffer: Bytes,
  wanted: Bytes,
  ...[offset, encoding, forward, end]: Searched
): number {
  const bytes = end === undefined ? buffer : buffer.subarray(0, Math.max(0, end));
  const step = encoding === ucs2 ? 2 : 1;
  const found = startOf(bytes.length, offset, wanted.length, forward);
  const start = step === 2 && found > 0 ? found - (found % 2) : found;
  if (start < 0) return -1;
  if (wanted.length === 0) return start;
  if (wanted.length > bytes.length || (forward && start + wanted.length > bytes.length)) return -1;
  const last = bytes.length - wanted.length;
  if (step === 2 && (wanted.length < 2 || bytes.length < 2)) return -1;
  const aligned = (index: number) => step === 1 || index % 2 === 0;
  if (forward) {
    for (let index = start; index <= last; index += 1)
      if (aligned(index) && matches(bytes, wanted, index)) return index;
  } else {
    for (let index = Math.min(start, last); index >= 0; index -= 1)
      if (aligned(index) && matches(bytes, wanted, index)) return index;
  }
  return -1;
}

function matches(bytes: Bytes, wanted: Bytes, at: number): boolean {
  for (let index = 0; index < wanted.length; index += 1)
    if (bytes[at + index] !== wanted[index]) return false;
  return true;
}
