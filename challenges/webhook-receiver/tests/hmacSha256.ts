/** HMAC-SHA256 (RFC 2104, FIPS 180-4) of UTF-8 text in hexadecimal: tests have no crypto module. */
export function hmacSha256(key: string, text: string): string {
  const encode = (part: string) => [...new TextEncoder().encode(part)];
  const block = [...encode(key), ...Array.from({ length: 64 - encode(key).length }, () => 0)];
  const inner = sha256([...block.map((byte) => byte ^ 0x36), ...encode(text)]);
  return sha256([...block.map((byte) => byte ^ 0x5c), ...inner])
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function sha256(message: number[]): number[] {
  const zeros = (119 - (message.length % 64)) % 64;
  const length = message.length * 8;
  const padded = [
    ...message,
    0x80,
    ...Array.from({ length: zeros + 4 }, () => 0),
    ...[24, 16, 8, 0].map((shift) => (length >>> shift) & 0xff),
  ];
  const state = primes(8).map((prime) => fraction(Math.sqrt(prime)));
  const constants = primes(64).map((prime) => fraction(Math.cbrt(prime)));
  for (let start = 0; start < padded.length; start += 64) {
    mix(state, constants, padded.slice(start, start + 64));
  }
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

function mix(state: number[], constants: number[], block: number[]): void {
  const at = (list: number[], index: number) => list[index] ?? 0;
  const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));
  const words = Array.from({ length: 16 }, (_, index) =>
    [0, 1, 2, 3].reduce((word, offset) => (word << 8) | at(block, index * 4 + offset), 0),
  );
  for (let index = 16; index < 64; index += 1) {
    const [near, far] = [at(words, index - 2), at(words, index - 15)];
    const sigma1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    const sigma0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
    words.push((at(words, index - 16) + sigma0 + at(words, index - 7) + sigma1) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    const choice = (e & f) ^ (~e & g);
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + choice + at(constants, index) + at(words, index)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + sum0 + majority) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = (at(state, index) + word) | 0;
  }
}

/** The first 32 bits behind the point. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let next = 2; found.length < count; next += 1) {
    if (found.every((prime) => next % prime !== 0)) found.push(next);
  }
  return found;
}
