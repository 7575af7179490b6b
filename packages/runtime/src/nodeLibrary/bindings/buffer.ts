/** `internalBinding('buffer')`: what Node does to bytes in C++. */
import { decodeUtf8, encodeUtf8Into, isValidUtf8, utf8Length } from './utf8.ts';
import { decodeBase64Into, encodeBase64 } from './base64.ts';
import { bytesOf, encodings } from './encodings.ts';
import { textOfUnits } from './textOfUnits.ts';
import { copy, compare, compareOffset, fill, search, type Searched } from './bytes.ts';

const maxLength = 2 ** 53 - 1;
/** V8's own limit on the length of a string, code units. */
const maxStringLength = 2 ** 29 - 24;

type Bytes = Uint8Array;

function range(buffer: Bytes, start = 0, end = buffer.length): Bytes {
  const from = Math.min(Math.max(start, 0), buffer.length);
  return buffer.subarray(from, Math.max(from, Math.min(end, buffer.length)));
}

const latin1Slice = (buffer: Bytes, start?: number, end?: number) =>
  textOfUnits(range(buffer, start, end));

function asciiSlice(buffer: Bytes, start?: number, end?: number): string {
  return textOfUnits(range(buffer, start, end).map((byte) => byte & 0x7f));
}

function ucs2Slice(buffer: Bytes, start?: number, end?: number): string {
  const bytes = range(buffer, start, end);
  const units = new Uint16Array(bytes.length >>> 1);
  for (let index = 0; index < units.length; index += 1)
    units[index] = (bytes[index * 2] ?? 0) | ((bytes[index * 2 + 1] ?? 0) << 8);
  return textOfUnits(units);
}

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexSlice(buffer: Bytes, start?: number, end?: number): string {
  let text = '';
  for (const byte of range(buffer, start, end)) text += hexDigits[byte];
  return text;
}

const slices = {
  asciiSlice,
  base64Slice: (buffer: Bytes, start?: number, end?: number) =>
    encodeBase64(range(buffer, start, end), 'base64'),
  base64urlSlice: (buffer: Bytes, start?: number, end?: number) =>
    encodeBase64(range(buffer, start, end), 'base64url'),
  hexSlice,
  latin1Slice,
  ucs2Slice,
  utf8Slice: (buffer: Bytes, start?: number, end?: number) => decodeUtf8(range(buffer, start, end)),
};

/** Where in `buffer` a write may go; Node's JavaScript has checked the offset. */
function target(buffer: Bytes, offset = 0, length = buffer.length - offset): Bytes {
  return buffer.subarray(offset, Math.min(buffer.length, offset + length));
}

function latin1Write(buffer: Bytes, text: string, offset?: number, length?: number): number {
  const into = target(buffer, offset, length);
  const count = Math.min(into.length, text.length);
  for (let index = 0; index < count; index += 1) into[index] = text.charCodeAt(index);
  return count;
}

function ucs2Write(buffer: Bytes, text: string, offset?: number, length?: number): number {
  const into = target(buffer, offset, length);
  const count = Math.min(into.length >>> 1, text.length);
  for (let index = 0; index < count; index += 1) {
    const unit = text.charCodeAt(index);
    into[index * 2] = unit;
    into[index * 2 + 1] = unit >>> 8;
  }
  return count * 2;
}

const hexValue = (unit: number) => {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
};

function hexWrite(buffer: Bytes, text: string, offset?: number, length?: number): number {
  const into = target(buffer, offset, length);
  const count = Math.min(into.length, text.length >>> 1);
  for (let index = 0; index < count; index += 1) {
    const high = hexValue(text.charCodeAt(index * 2));
    const low = hexValue(text.charCodeAt(index * 2 + 1));
    if (high < 0 || low < 0) return index;
    into[index] = (high << 4) | low;
  }
  return count;
}

const base64Write = (buffer: Bytes, text: string, offset?: number, length?: number) =>
  decodeBase64Into(target(buffer, offset, length), text);

const writes = {
  asciiWriteStatic: latin1Write,
  base64Write,
  base64urlWrite: base64Write,
  hexWrite,
  latin1WriteStatic: latin1Write,
  ucs2Write,
  utf8WriteStatic: (buffer: Bytes, text: string, offset?: number, length?: number) =>
    encodeUtf8Into(target(buffer, offset, length), text),
};

const viewed = (input: ArrayBuffer | ArrayBufferView): Bytes =>
  ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);

function swap(size: number) {
  return (buffer: Bytes): Bytes => {
    for (let start = 0; start + size <= buffer.length; start += size)
      buffer.subarray(start, start + size).reverse();
    return buffer;
  };
}

const invalidCharacter = -2;
const notLatin1 = -1;
const singleRemained = -1;

/** The Infra standard's forgiving decoding: a text, or which of its rules was broken. */
function atob(input: string): string | number {
  const text = input.replace(/[\t\n\f\r ]/g, '');
  const bare = text.length % 4 === 0 ? text.replace(/={1,2}$/, '') : text;
  if (/[^A-Za-z0-9+/]/.test(bare)) return invalidCharacter;
  if (bare.length % 4 === 1) return singleRemained;
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  decodeBase64Into(bytes, bare);
  return latin1Slice(bytes);
}

function btoa(input: string): string | number {
  for (let index = 0; index < input.length; index += 1)
    if (input.charCodeAt(index) > 255) return notLatin1;
  const bytes = new Uint8Array(input.length);
  latin1Write(bytes, input);
  return encodeBase64(bytes, 'base64');
}

export const bufferBinding = {
  ...slices,
  ...writes,
  arrayBufferAlignedOffset: () => 0,
  atob,
  btoa,
  byteLengthUtf8: utf8Length,
  compare,
  compareOffset,
  copy,
  createUnsafeArrayBuffer: (size: number) => new ArrayBuffer(size),
  fill: (buffer: Bytes, value: unknown, start: number, end: number, encoding?: string) =>
    fill(
      buffer,
      typeof value === 'string' ? bytesOf(value, encoding) : (value as Bytes),
      start,
      end,
    ),
  indexOfBuffer: (buffer: Bytes, wanted: Bytes, ...rest: Searched) =>
    search(buffer, wanted, ...rest),
  indexOfNumber: (buffer: Bytes, wanted: number, offset: number, forward: boolean, end: number) =>
    search(buffer, Uint8Array.of(wanted), offset, 4, forward, end),
  indexOfString: (buffer: Bytes, wanted: string, ...rest: Searched) =>
    search(buffer, bytesOf(wanted, encodings[rest[1]]), ...rest),
  isAscii: (input: ArrayBufferView) => viewed(input).every((byte) => byte < 0x80),
  isUtf8: (input: ArrayBufferView) => isValidUtf8(viewed(input)),
  kMaxLength: maxLength,
  kStringMaxLength: maxStringLength,
  setDetachKey: () => {},
  swap16: swap(2),
  swap32: swap(4),
  swap64: swap(8),
};
