/** `internalBinding('string_decoder')`: decodes bytes that come in pieces. */
import { bufferBinding } from './buffer.ts';
import { encodings } from './encodings.ts';

/** Fields of a decoder's state, seven bytes: an incomplete character, and numbers about it. */
const missing = 4;
const buffered = 5;
const encodingField = 6;

const slices = {
  ascii: bufferBinding.asciiSlice,
  utf8: bufferBinding.utf8Slice,
  base64: bufferBinding.base64Slice,
  utf16le: bufferBinding.ucs2Slice,
  latin1: bufferBinding.latin1Slice,
  hex: bufferBinding.hexSlice,
  buffer: bufferBinding.latin1Slice,
  base64url: bufferBinding.base64urlSlice,
};

const field = (state: Uint8Array, index: number) => state[index] ?? 0;
const encodingOf = (state: Uint8Array) => encodings[field(state, encodingField)] ?? 'utf8';

/** Adds to the incomplete character and gives the rest of `data`. */
function keep(state: Uint8Array, data: Uint8Array, count: number): Uint8Array {
  state.set(data.subarray(0, count), field(state, buffered));
  state[buffered] = field(state, buffered) + count;
  return data.subarray(count);
}

function take(state: Uint8Array): string {
  const text = slices[encodingOf(state)](state, 0, field(state, buffered));
  state[buffered] = 0;
  return text;
}

/** Goes on with the character that an earlier piece began. */
function complete(state: Uint8Array, piece: Uint8Array): { text: string; rest: Uint8Array } {
  let rest = piece;
  const encoding = encodingOf(state);
  if (encoding === 'utf8') {
    const broken = rest
      .subarray(0, field(state, missing))
      .findIndex((byte) => (byte & 0xc0) !== 0x80);
    if (broken >= 0) {
      state[missing] = 0;
      rest = keep(state, rest, broken);
    }
  }
  const found = Math.min(field(state, missing), rest.length);
  rest = keep(state, rest, found);
  state[missing] = field(state, missing) - found;
  if (field(state, missing) > 0) return { text: '', rest };
  return { text: take(state), rest };
}

/** Says how much at the end of `data` is the beginning of a character, and how much that still lacks. */
function measureEnd(state: Uint8Array, data: Uint8Array): { begun: number; lacking: number } {
  const last = data[data.length - 1] ?? 0;
  switch (encodingOf(state)) {
    case 'utf8':
      return last & 0x80 ? measureUtf8End(data) : { begun: 0, lacking: 0 };
    case 'utf16le':
      if (data.length % 2 === 1) return { begun: 1, lacking: 1 };
      return (last & 0xfc) === 0xd8 ? { begun: 2, lacking: 2 } : { begun: 0, lacking: 0 };
    case 'base64':
    case 'base64url': {
      const begun = data.length % 3;
      return { begun, lacking: begun === 0 ? 0 : 3 - begun };
    }
    case 'ascii':
    case 'latin1':
    case 'hex':
    case 'buffer':
      return { begun: 0, lacking: 0 };
  }
}

function measureUtf8End(data: Uint8Array): { begun: number; lacking: number } {
  for (let begun = 1; begun <= Math.min(4, data.length); begun += 1) {
    const byte = data[data.length - begun] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length =
      (byte & 0xe0) === 0xc0 ? 2 : (byte & 0xf0) === 0xe0 ? 3 : (byte & 0xf8) === 0xf0 ? 4 : 0;
    return begun >= length ? { begun: 0, lacking: 0 } : { begun, lacking: length - begun };
  }
  return { begun: 0, lacking: 0 };
}

function decode(state: Uint8Array, chunk: ArrayBufferView): string {
  let data: Uint8Array = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  let text = '';
  if (field(state, missing) > 0) {
    const completed = complete(state, data);
    text = completed.text;
    data = completed.rest;
  }
  if (data.length === 0) return text;
  const { begun, lacking } = measureEnd(state, data);
  const whole = data.length - begun;
  if (begun > 0) {
    state[missing] = lacking;
    keep(state, data.subarray(whole), begun);
  }
  return text + slices[encodingOf(state)](data, 0, whole);
}

function flush(state: Uint8Array): string {
  if (encodingOf(state) === 'utf16le' && field(state, buffered) % 2 === 1)
    state[buffered] = field(state, buffered) - 1;
  state[missing] = 0;
  return take(state);
}

export const stringDecoderBinding = {
  encodings,
  kIncompleteCharactersStart: 0,
  kIncompleteCharactersEnd: 4,
  kMissingBytes: missing,
  kBufferedBytes: buffered,
  kEncodingField: encodingField,
  kNumFields: 7,
  kSize: 7,
  decode,
  flush,
};
