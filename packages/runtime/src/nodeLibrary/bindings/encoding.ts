/** `internalBinding('encoding_binding')` and what `TextDecoder` needs of `internalBinding('icu')`. */
import { domainTo } from './domains.ts';
import { bufferBinding } from './buffer.ts';
import { decodeUtf8, encodeCounted, isValidUtf8, utf8Length } from './utf8.ts';

const encodeIntoResults = new Uint32Array(2);

function viewed(input: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);
}

function invalid(encoding: string): never {
  throw Object.assign(new TypeError(`The encoded data was not valid for encoding ${encoding}`), {
    code: 'ERR_ENCODING_INVALID_ENCODED_DATA',
  });
}

const byteOrderMark = '\uFEFF';
const dropMark = (text: string, keep: boolean) =>
  !keep && text.startsWith(byteOrderMark) ? text.slice(1) : text;

function decodeUTF8(input: ArrayBufferView, keepMark: boolean, fatal: boolean): string {
  const bytes = viewed(input);
  if (fatal && !isValidUtf8(bytes)) invalid('utf-8');
  return dropMark(decodeUtf8(bytes), keepMark);
}

export const encodingBinding = {
  encodeInto(text: string, target: Uint8Array): void {
    const { read, written } = encodeCounted(target, text);
    encodeIntoResults[0] = read;
    encodeIntoResults[1] = written;
  },
  encodeIntoResults,
  encodeUtf8String(text: string): Uint8Array {
    const bytes = new Uint8Array(utf8Length(text));
    encodeCounted(bytes, text);
    return bytes;
  },
  decodeUTF8,
  /** A host name in ASCII, as the URL parser would have it. */
  toASCII: (domain: string) => domainTo(domain),
  toUnicode: (domain: string) => domain,
  decodeLatin1: (input: ArrayBufferView) => bufferBinding.latin1Slice(viewed(input)),
};

const flags = { flush: 1, fatal: 2, keepMark: 4 };

/** The state of a decoder between pieces. */
class Converter {
  readonly #encoding: string;
  readonly #fatal: boolean;
  readonly #keepMark: boolean;
  #rest: Uint8Array = new Uint8Array(0);
  #started = false;

  constructor(encoding: string, chosen: number) {
    this.#encoding = encoding;
    this.#fatal = (chosen & flags.fatal) !== 0;
    this.#keepMark = (chosen & flags.keepMark) !== 0;
  }

  decode(input: ArrayBuffer | ArrayBufferView, last: boolean): string {
    const piece = viewed(input);
    const bytes = new Uint8Array(this.#rest.length + piece.length);
    bytes.set(this.#rest);
    bytes.set(piece, this.#rest.length);
    const whole = last ? bytes.length : bytes.length - this.#incomplete(bytes);
    this.#rest = bytes.slice(whole);
    const text = this.#read(bytes.subarray(0, whole));
    const shown = this.#started ? text : dropMark(text, this.#keepMark);
    this.#started = last ? false : this.#started || text !== '';
    return shown;
  }

  #read(bytes: Uint8Array): string {
    if (this.#encoding === 'utf-8') {
      if (this.#fatal && !isValidUtf8(bytes)) invalid('utf-8');
      return decodeUtf8(bytes);
    }
    const ordered =
      this.#encoding === 'utf-16be' ? bufferBinding.swap16(Uint8Array.from(bytes)) : bytes;
    const text = bufferBinding.ucs2Slice(ordered);
    if (this.#fatal && (!text.isWellFormed() || bytes.length % 2 === 1)) invalid(this.#encoding);
    return text.toWellFormed() + (bytes.length % 2 === 1 ? '\uFFFD' : '');
  }

  /** Bytes at the end that may be the beginning of a character. */
  #incomplete(bytes: Uint8Array): number {
    if (this.#encoding !== 'utf-8') {
      const odd = bytes.length % 2;
      const high = bytes[bytes.length - odd - (this.#encoding === 'utf-16be' ? 2 : 1)] ?? 0;
      return (high & 0xfc) === 0xd8 ? odd + 2 : odd;
    }
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
      const byte = bytes[bytes.length - back] ?? 0;
      if ((byte & 0xc0) === 0x80) continue;
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
      const begun = bytes.subarray(bytes.length - back);
      return back < wanted && !isValidUtf8(begun) && decodeUtf8(begun) === '\uFFFD' ? back : 0;
    }
    return 0;
  }
}

const supported = new Set(['utf-8', 'utf-16le', 'utf-16be']);

/** Columns of a text in a terminal are counted by Node's own code for builds without ICU. */
export const icuBinding = {
  getConverter: (encoding: string, chosen: number) =>
    supported.has(encoding) ? new Converter(encoding, chosen) : undefined,
  decode: (converter: Converter, input: ArrayBufferView, chosen: number) =>
    converter.decode(input, (chosen & flags.flush) !== 0),
  hasConverter: (encoding: string) => supported.has(encoding),
  icuErrName: (code: number) => `ICU error ${code}`,
  transcode: () => -1,
  getStringWidth,
};

function getStringWidth(text: string): number {
  let width = 0;
  for (const character of text.normalize('NFC')) {
    const point = character.codePointAt(0) ?? 0;
    if (isWide(point)) width += 2;
    else if (!isZero(point)) width += 1;
  }
  return width;
}

const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]$|\p{Emoji_Presentation}/u;
const isWide = (point: number) => point > 0x10ff && wide.test(String.fromCodePoint(point));
const isZero = (point: number) =>
  point < 0x20 ||
  (point >= 0x7f && point < 0xa0) ||
  (point >= 0x300 && point <= 0x36f) ||
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x20d0 && point <= 0x20ff) ||
  (point >= 0xfe00 && point <= 0xfe0f) ||
  (point >= 0xfe20 && point <= 0xfe2f);
