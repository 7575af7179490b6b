/** `node:crypto`: hashes by the host, key derivation in the guest on its own CPU budget; random from the run's seed. */
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 as noblePbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt as nobleScrypt } from '@noble/hashes/scrypt.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_256, sha3_512 } from '@noble/hashes/sha3.js';
import { Buffer } from 'node:buffer';
import { codes } from 'node:internal/errors';
import { validateFunction, validateNumber } from 'node:internal/validators';
import { randomBytes as seededBytes, randomUint32 } from '#time/clock.ts';
import { nextTick } from '#time/timers.ts';
import {
  type Bytes,
  createHash,
  createHmac,
  digestBytes,
  getHashes,
  type HashName,
  hash,
  invalidDigest,
  requireHash,
  toBytes,
} from './hashing.ts';
import { unavailable } from './unavailable.ts';

export { createHash, createHmac, getHashes, hash } from './hashing.ts';

/** For PBKDF2, whose rounds are many, and the candidate's to pay. */
const hashes: Record<HashName, typeof sha256 | typeof md5> = {
  md5,
  ripemd160,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  'sha3-256': sha3_256,
  'sha3-512': sha3_512,
};

type Callback<T> = (error: Error | null, value?: T) => void;

function later<T>(compute: () => T, callback: Callback<T>): void {
  nextTick(() => {
    let value: T;
    try {
      value = compute();
    } catch (error) {
      callback(error as Error);
      return;
    }
    callback(null, value);
  });
}

export function randomBytes(size: number, callback?: Callback<Buffer>): Buffer | undefined {
  validateNumber(size, 'size');
  if (!(size >= 0 && size <= maxRandomBytes))
    throw new codes.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${maxRandomBytes}`, size);
  const compute = () => Buffer.from(seededBytes(size));
  if (!callback) return compute();
  validateFunction(callback, 'callback');
  later(compute, callback);
  return undefined;
}

/** Node's own bound, 2^31 - 1. */
const maxRandomBytes = 2 ** 31 - 1;
/** Numbers are drawn from 48 bits. */
const maxRange = 2 ** 48 - 1;

type IntCallback = (error: null, value: number) => void;

export function randomInt(...given: [...numbers: number[]] | [...unknown[]]): number | undefined {
  const callback = typeof given.at(-1) === 'function' ? (given.at(-1) as IntCallback) : undefined;
  const [first, second] = given.filter((argument) => typeof argument !== 'function');
  const [low, high] = second === undefined ? [0, first] : [first, second];
  if (!Number.isSafeInteger(low))
    throw new codes.ERR_INVALID_ARG_TYPE('min', 'a safe integer', low);
  if (!Number.isSafeInteger(high))
    throw new codes.ERR_INVALID_ARG_TYPE('max', 'a safe integer', high);
  const [min, max] = [low as number, high as number];
  if (max <= min)
    throw new codes.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  if (max - min > maxRange)
    throw new codes.ERR_OUT_OF_RANGE(
      second === undefined ? 'max' : 'max - min',
      `<= ${maxRange}`,
      max - min,
    );
  const value = min + Math.floor((randomUint32() / 2 ** 32) * (max - min));
  if (!callback) return value;
  nextTick(callback as never, null, value);
  return undefined;
}

export function randomFillSync<T extends ArrayBufferView>(target: T): T {
  return getRandomValues(target);
}

export function randomFill<T extends ArrayBufferView>(target: T, callback: Callback<T>): void {
  later(() => getRandomValues(target), callback);
}

export function getRandomValues<T extends ArrayBufferView>(array: T): T {
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(
    seededBytes(array.byteLength),
  );
  return array;
}

export function randomUUID(): string {
  const bytes = seededBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** Errors that Node's C++ throws. */
const rangeError = (code: string, message: string) =>
  Object.assign(new RangeError(message), { code });

export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean {
  for (const [name, value] of [
    ['buf1', one],
    ['buf2', other],
  ] as const) {
    if (!ArrayBuffer.isView(value) && !((value as unknown) instanceof ArrayBuffer))
      throw Object.assign(
        new TypeError(
          `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`,
        ),
        { code: 'ERR_INVALID_ARG_TYPE' },
      );
  }
  const [first, second] = [toBytes(one, 'utf8', 'buf1'), toBytes(other, 'utf8', 'buf2')];
  if (first.length !== second.length)
    throw rangeError(
      'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
      'Input buffers must have the same byte length',
    );
  return first.every((byte, index) => byte === second[index]);
}

type ScryptOptions = {
  N?: number;
  r?: number;
  p?: number;
  cost?: number;
  blockSize?: number;
  parallelization?: number;
};

export function scryptSync(
  password: Bytes,
  salt: Bytes,
  length: number,
  options: ScryptOptions = {},
): Buffer {
  const N = options.N ?? options.cost ?? 16_384;
  const r = options.r ?? options.blockSize ?? 8;
  const p = options.p ?? options.parallelization ?? 1;
  if (!Number.isInteger(Math.log2(N)) || N < 2)
    throw rangeError('ERR_CRYPTO_INVALID_SCRYPT_PARAMS', 'Invalid scrypt params');
  return Buffer.from(nobleScrypt(toBytes(password), toBytes(salt), { N, r, p, dkLen: length }));
}

export function scrypt(
  password: Bytes,
  salt: Bytes,
  length: number,
  options: ScryptOptions | Callback<Buffer>,
  callback?: Callback<Buffer>,
): void {
  const [chosen, done] = typeof options === 'function' ? [{}, options] : [options, callback];
  if (done) later(() => scryptSync(password, salt, length, chosen), done);
}

export const pbkdf2Sync = (
  password: Bytes,
  salt: Bytes,
  iterations: number,
  length: number,
  digest: string,
) =>
  Buffer.from(
    noblePbkdf2(hashes[requireHash(digest, invalidDigest)], toBytes(password), toBytes(salt), {
      c: iterations,
      dkLen: length,
    }),
  );

export function pbkdf2(
  password: Bytes,
  salt: Bytes,
  iterations: number,
  length: number,
  digest: string,
  callback: Callback<Buffer>,
): void {
  later(() => pbkdf2Sync(password, salt, iterations, length, digest), callback);
}

const subtleNames: Record<string, HashName> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const subtle = unavailable('crypto.subtle', {
  async digest(algorithm: string | { name: string }, data: Uint8Array): Promise<ArrayBuffer> {
    const name = String(typeof algorithm === 'string' ? algorithm : algorithm.name).toUpperCase();
    const found = Object.hasOwn(subtleNames, name) ? subtleNames[name] : undefined;
    if (!found) throw new DOMException('Unrecognized algorithm name', 'NotSupportedError');
    return Uint8Array.from(digestBytes(found, toBytes(data, 'utf8', 'bytes'))).buffer;
  },
});

const webcrypto = { getRandomValues, randomUUID, subtle };
Object.defineProperty(globalThis, 'crypto', {
  value: webcrypto,
  writable: true,
  configurable: true,
});

export default unavailable('node:crypto', {
  createHash,
  createHmac,
  getHashes,
  getRandomValues,
  hash,
  pbkdf2,
  pbkdf2Sync,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  timingSafeEqual,
  webcrypto,
});
