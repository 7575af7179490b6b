/** `node:crypto`: hashes and HMACs in the guest, on its own CPU budget; random from the run's seed. */
import { hmac } from '@noble/hashes/hmac.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 as noblePbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt as nobleScrypt } from '@noble/hashes/scrypt.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_256, sha3_512 } from '@noble/hashes/sha3.js';
import { Buffer } from 'node:buffer';
import { randomBytes as seededBytes, randomUint32 } from '#time/clock.ts';
import { nextTick } from '#time/timers.ts';
import { unavailable } from './unavailable.ts';

type Bytes = string | Uint8Array;
type Encoding = 'hex' | 'base64' | 'base64url' | 'latin1' | 'binary';
type Running = { update(data: Uint8Array): unknown; digest(): Uint8Array };

const hashes = {
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

function findHash(algorithm: string) {
  const name = algorithm.toLowerCase().replace(/^sha-/, 'sha');
  if (Object.hasOwn(hashes, name)) return hashes[name as keyof typeof hashes];
  throw Object.assign(
    new Error(`Digest method not supported: ${algorithm}. There are ${getHashes().join(', ')}.`),
    {
      code: 'ERR_CRYPTO_INVALID_DIGEST',
    },
  );
}

function toBytes(data: Bytes, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return typeof data === 'string'
    ? Uint8Array.from(Buffer.from(data, encoding))
    : Uint8Array.from(data);
}

class Digest {
  readonly #running: Running;
  #done = false;

  constructor(running: Running) {
    this.#running = running;
  }

  update(data: Bytes, encoding?: BufferEncoding): this {
    if (this.#done)
      throw Object.assign(new Error('Digest already called'), {
        code: 'ERR_CRYPTO_HASH_FINALIZED',
      });
    this.#running.update(toBytes(data, encoding));
    return this;
  }

  digest(encoding?: Encoding): Buffer | string {
    if (this.#done)
      throw Object.assign(new Error('Digest already called'), {
        code: 'ERR_CRYPTO_HASH_FINALIZED',
      });
    this.#done = true;
    const bytes = Buffer.from(this.#running.digest());
    return encoding ? bytes.toString(encoding) : bytes;
  }
}

export const getHashes = (): string[] => Object.keys(hashes);
export const createHash = (algorithm: string) => new Digest(findHash(algorithm).create());
export const createHmac = (algorithm: string, key: Bytes) =>
  new Digest(hmac.create(findHash(algorithm), toBytes(key)));
export const hash = (algorithm: string, data: Bytes, encoding: Encoding = 'hex') =>
  createHash(algorithm).update(data).digest(encoding);

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
  const compute = () => Buffer.from(seededBytes(size));
  if (!callback) return compute();
  later(compute, callback);
  return undefined;
}

export function randomInt(first: number, second?: number): number {
  const [low, high] = second === undefined ? [0, first] : [first, second];
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high <= low) {
    throw Object.assign(
      new RangeError('The range of randomInt is from a whole number to a larger one.'),
      { code: 'ERR_OUT_OF_RANGE' },
    );
  }
  return low + Math.floor((randomUint32() / 2 ** 32) * (high - low));
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

export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.byteLength !== other.byteLength) {
    throw Object.assign(new RangeError('Input buffers must have the same byte length'), {
      code: 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
    });
  }
  return one.every((byte, index) => byte === other[index]);
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
    noblePbkdf2(findHash(digest), toBytes(password), toBytes(salt), {
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

const webcrypto = { getRandomValues, randomUUID };
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
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  timingSafeEqual,
  webcrypto,
});
