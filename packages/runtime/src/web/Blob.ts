/** `Blob` and `File`, held in memory. */
import { codes } from 'node:internal/errors';
import { inspect } from 'node:util';

type Part = string | ArrayBuffer | ArrayBufferView | Blob;
type BlobOptions = { type?: string; endings?: 'transparent' | 'native' };

function bytesOfPart(part: Part, native: boolean): Uint8Array {
  if (part instanceof Blob) return bytesOf(part);
  if (ArrayBuffer.isView(part))
    return new Uint8Array(part.buffer, part.byteOffset, part.byteLength).slice();
  if (part instanceof ArrayBuffer) return new Uint8Array(part.slice(0));
  const text = String(part);
  return new TextEncoder().encode(native ? text.replace(/\r\n?|\n/g, '\n') : text);
}

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const normalizeType = (type: string) => (/[^\u0020-\u007e]/.test(type) ? '' : type.toLowerCase());

let bytesOf: (blob: Blob) => Uint8Array<ArrayBuffer>;

export class Blob {
  #bytes: Uint8Array<ArrayBuffer>;
  #type: string;

  static {
    bytesOf = (blob) => blob.#bytes;
  }

  constructor(parts: Iterable<Part> = [], options: BlobOptions = {}) {
    if (typeof parts !== 'object' || parts === null || !(Symbol.iterator in parts))
      throw new codes.ERR_INVALID_ARG_TYPE('sources', 'a sequence', parts);
    const { type = '', endings = 'transparent' } = options ?? {};
    if (endings !== 'transparent' && endings !== 'native')
      throw new codes.ERR_INVALID_ARG_VALUE('options.endings', endings);
    this.#bytes = joined([...parts].map((part) => bytesOfPart(part, endings === 'native')));
    this.#type = normalizeType(String(type));
  }

  get size(): number {
    return this.#bytes.length;
  }

  get type(): string {
    return this.#type;
  }

  slice(start = 0, end = this.size, type = ''): Blob {
    const from = start < 0 ? Math.max(this.size + start, 0) : Math.min(start, this.size);
    const to = end < 0 ? Math.max(this.size + end, 0) : Math.min(end, this.size);
    return new Blob([this.#bytes.subarray(from, Math.max(from, to))], { type: String(type) });
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer;
  }

  async bytes(): Promise<Uint8Array> {
    return this.#bytes.slice();
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(this.#bytes);
  }

  stream(): ReadableStream<Uint8Array> {
    const bytes = this.#bytes.slice();
    return new ReadableStream({
      type: 'bytes',
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    });
  }

  get [Symbol.toStringTag](): string {
    return 'Blob';
  }

  [inspect.custom](depth: number, options: object): string {
    if (depth < 0) return 'Blob';
    return `${this.constructor.name} ${inspect({ size: this.size, type: this.type }, options)}`;
  }
}

export class File extends Blob {
  readonly #name: string;
  readonly #lastModified: number;

  constructor(
    parts: Iterable<Part>,
    name: string,
    options: BlobOptions & { lastModified?: number } = {},
  ) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(parts, options);
    this.#name = String(name).toWellFormed();
    this.#lastModified = Number(options.lastModified ?? Date.now());
  }

  get name(): string {
    return this.#name;
  }

  get lastModified(): number {
    return this.#lastModified;
  }

  override get [Symbol.toStringTag](): string {
    return 'File';
  }

  override [inspect.custom](depth: number, options: object): string {
    if (depth < 0) return 'File';
    const { size, type, name, lastModified } = this;
    return `File ${inspect({ size, type, name, lastModified }, options)}`;
  }
}

export const isBlob = (value: unknown): value is Blob => value instanceof Blob;
