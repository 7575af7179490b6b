/** `TextEncoder` and `TextDecoder` for UTF-8, UTF-16 and Latin-1, on the Buffer that is there anyway. */
import { Buffer } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

export class TextEncoder {
  readonly encoding = 'utf-8';

  encode(text = ''): Uint8Array {
    return Uint8Array.from(Buffer.from(String(text), 'utf8'));
  }

  encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
    let read = 0;
    let written = 0;
    for (const character of text) {
      const bytes = Buffer.from(character, 'utf8');
      if (written + bytes.length > target.length) break;
      target.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

const encodings: Record<string, BufferEncoding> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'utf-16le': 'utf16le',
  'utf-16': 'utf16le',
  'utf-16be': 'utf16le',
  latin1: 'latin1',
  'iso-8859-1': 'latin1',
  ascii: 'latin1',
};

export class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  #decoder: StringDecoder | undefined;
  #started = false;

  constructor(label = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    this.encoding = label.toLowerCase().trim();
    this.fatal = options.fatal ?? false;
    this.ignoreBOM = options.ignoreBOM ?? false;
    if (!Object.hasOwn(encodings, this.encoding)) {
      throw Object.assign(new RangeError(`The "${label}" encoding is not supported`), {
        code: 'ERR_ENCODING_NOT_SUPPORTED',
      });
    }
  }

  decode(
    input: ArrayBuffer | ArrayBufferView = new Uint8Array(0),
    { stream = false } = {},
  ): string {
    const bytes = ArrayBuffer.isView(input)
      ? Buffer.from(input.buffer, input.byteOffset, input.byteLength)
      : Buffer.from(input);
    const ordered = this.encoding === 'utf-16be' ? Buffer.from(bytes).swap16() : bytes;
    const decoder = (this.#decoder ??= new StringDecoder(encodings[this.encoding]));
    let text = decoder.write(ordered) + (stream ? '' : decoder.end());
    if (this.fatal && text.includes('\ufffd') && !bytes.includes(Buffer.from('\ufffd'))) {
      throw Object.assign(new TypeError('The encoded data was not valid for encoding utf-8'), {
        code: 'ERR_ENCODING_INVALID_ENCODED_DATA',
      });
    }
    if (!this.#started && !this.ignoreBOM && text.startsWith('\ufeff')) text = text.slice(1);
    this.#started = stream;
    if (!stream) this.#decoder = undefined;
    return text;
  }
}
