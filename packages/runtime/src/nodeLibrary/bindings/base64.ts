/** Base64 as Node reads and writes it. */
type Encoder = Uint8Array & {
  toBase64(options: { alphabet: 'base64' | 'base64url'; omitPadding: boolean }): string;
};

/** V8's own encoder, which a context has that has started, and a snapshot in the making has not. */
let native: Encoder['toBase64'] | undefined;

/** Keeps V8's encoder before a program can replace it. */
export function connectBase64(): void {
  native = (Uint8Array.prototype as Encoder).toBase64;
}

export function encodeBase64(bytes: Uint8Array, encoding: 'base64' | 'base64url'): string {
  if (!native) throw new Error('Base64 is there once the run has started.');
  return Reflect.apply(native, bytes, [
    { alphabet: encoding, omitPadding: encoding === 'base64url' },
  ]);
}

const values = new Int8Array(128).fill(-1);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let index = 0; index < alphabet.length; index += 1) values[alphabet.charCodeAt(index)] = index;
// Both alphabets are read in either encoding.
values['-'.charCodeAt(0)] = 62;
values['_'.charCodeAt(0)] = 63;

/** Decodes `text` up to its padding, passing over what is no digit, and gives the number of bytes. */
export function decodeBase64Into(target: Uint8Array, text: string): number {
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let index = 0; index < text.length && at < target.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 61) break;
    const value = values[unit] ?? -1;
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      target[at++] = (bits >> count) & 255;
    }
  }
  return at;
}
