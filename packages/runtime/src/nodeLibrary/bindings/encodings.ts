import { decodeBase64Into } from './base64.ts';
import { encodeUtf8Into, utf8Length } from './utf8.ts';

/** Node's encodings by their numbers. */
export const encodings = [
  'ascii',
  'utf8',
  'base64',
  'utf16le',
  'latin1',
  'hex',
  'buffer',
  'base64url',
] as const;

function units(text: string, size: 1 | 2): Uint8Array {
  const bytes = new Uint8Array(text.length * size);
  for (let index = 0; index < text.length; index += 1) {
    bytes[index * size] = text.charCodeAt(index);
    if (size === 2) bytes[index * 2 + 1] = text.charCodeAt(index) >>> 8;
  }
  return bytes;
}

/** The bytes of `text`; an encoding that is not known is UTF-8. */
export function bytesOf(text: string, encoding = 'utf8'): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'ascii':
    case 'latin1':
    case 'binary':
      return units(text, 1);
    case 'utf16le':
    case 'utf-16le':
    case 'ucs2':
    case 'ucs-2':
      return units(text, 2);
    case 'hex': {
      const valid = /^(?:[0-9a-f]{2})*/i.exec(text)?.[0] ?? '';
      return Uint8Array.from(valid.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    }
    case 'base64':
    case 'base64url': {
      const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
      return bytes.subarray(0, decodeBase64Into(bytes, text));
    }
    default: {
      const bytes = new Uint8Array(utf8Length(text));
      encodeUtf8Into(bytes, text);
      return bytes;
    }
  }
}
