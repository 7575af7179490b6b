/** Hashes and HMACs of `node:crypto`. The host computes them: in the guest, a response's ETag costs more than its JSON. */
import { Buffer } from 'node:buffer';
import { codes } from 'node:internal/errors';
import LazyTransform from 'node:internal/streams/lazy_transform';
import { validateString } from 'node:internal/validators';

export type Bytes = string | Uint8Array;
export type Encoding = 'hex' | 'base64' | 'base64url' | 'latin1' | 'binary';

/** Bytes cross as texts of one character each. */
export type HashingHost = {
  /** `key` makes it an HMAC. */
  digest(algorithm: HashName, bytes: string, key: string | undefined): string;
};

const hashNames = [
  'md5',
  'ripemd160',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha3-256',
  'sha3-512',
] as const;
export type HashName = (typeof hashNames)[number];

let host: HashingHost | undefined;

export function connectHashing(given: HashingHost): void {
  host = given;
}

export const getHashes = (): string[] => [...hashNames];

/** @throws what `refuse` makes, when there is no such algorithm. */
export function requireHash(algorithm: unknown, refuse: (algorithm: string) => Error): HashName {
  validateString(algorithm, 'algorithm');
  const name = (algorithm as string).toLowerCase().replace(/^sha-/, 'sha');
  const found = hashNames.find((known) => known === name);
  if (!found) throw refuse(algorithm as string);
  return found;
}

const unsupported = () => new Error('Digest method not supported');
export const invalidDigest = (algorithm: string): Error =>
  new codes.ERR_CRYPTO_INVALID_DIGEST(algorithm);

const byteTypes = ['string', 'Buffer', 'TypedArray', 'DataView'];

export function toBytes(
  data: unknown,
  encoding: BufferEncoding = 'utf8',
  name = 'data',
): Uint8Array {
  return toBuffer(data, encoding, name).slice();
}

/** The bytes of `data`, perhaps in its own memory. */
function toBuffer(data: unknown, encoding: BufferEncoding, name: string): Buffer {
  if (typeof data === 'string') return Buffer.from(data, encoding);
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer && name !== 'data') return Buffer.from(data);
  throw new codes.ERR_INVALID_ARG_TYPE(name, byteTypes, data);
}

/** The digest of bytes that are all there. */
export function digestBytes(algorithm: HashName, bytes: Uint8Array): Buffer {
  return askHost(algorithm, toBuffer(bytes, 'utf8', 'data').toString('latin1'));
}

function askHost(algorithm: HashName, bytes: string, key?: string): Buffer {
  return Buffer.from(host?.digest(algorithm, bytes, key) ?? '', 'latin1');
}

/** A hash or HMAC under way; a stream, too, whose state is made when it is used as one. */
class Digest extends LazyTransform {
  readonly #algorithm: HashName;
  readonly #key: string | undefined;
  #bytes: string;
  #done = false;

  constructor(algorithm: HashName, key?: string, bytes = '') {
    super({});
    this.#algorithm = algorithm;
    this.#key = key;
    this.#bytes = bytes;
  }

  update(data: Bytes, encoding?: BufferEncoding): this {
    if (this.#done) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
    this.#bytes += toBuffer(data, encoding ?? 'utf8', 'data').toString('latin1');
    return this;
  }

  digest(encoding?: Encoding | 'buffer'): Buffer | string {
    if (this.#done) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
    this.#done = true;
    const bytes = askHost(this.#algorithm, this.#bytes, this.#key);
    return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
  }

  copy(): Digest {
    if (this.#done) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
    return new Digest(this.#algorithm, this.#key, this.#bytes);
  }

  override _transform(chunk: Bytes, encoding: BufferEncoding, done: () => void): void {
    this.update(chunk, encoding);
    done();
  }

  override _flush(done: () => void): void {
    this.push(this.digest());
    done();
  }
}

export const createHash = (algorithm: string): Digest =>
  new Digest(requireHash(algorithm, unsupported));

export function createHmac(algorithm: string, key: Bytes): Digest {
  validateString(algorithm, 'hmac');
  if (
    typeof key !== 'string' &&
    !ArrayBuffer.isView(key) &&
    !((key as unknown) instanceof ArrayBuffer)
  )
    throw new codes.ERR_INVALID_ARG_TYPE(
      'key',
      ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'KeyObject', 'CryptoKey'],
      key,
    );
  const name = requireHash(algorithm, invalidDigest);
  return new Digest(name, toBuffer(key, 'utf8', 'key').toString('latin1'));
}

export const hash = (algorithm: string, data: Bytes, encoding: Encoding | 'buffer' = 'hex') =>
  createHash(algorithm).update(data).digest(encoding);
