/** `internalBinding('zlib')`: Node's handle around zlib, on pako's port of zlib. */
import crc32 from 'pako/lib/zlib/crc32.js';
import * as deflater from 'pako/lib/zlib/deflate.js';
import * as inflater from 'pako/lib/zlib/inflate.js';
import messages from 'pako/lib/zlib/messages.js';
import ZStream from 'pako/lib/zlib/zstream.js';
import { setImmediate } from '#time/timers.ts';
import { notAvailable } from '#node/unavailable.ts';

/** Numbers of zlib's, as in its header. */
const Z_OK = 0;
const Z_STREAM_END = 1;
const Z_NEED_DICT = 2;
const Z_DATA_ERROR = -3;
const Z_BUF_ERROR = -5;
const Z_FINISH = 4;
const Z_DEFLATED = 8;
const names: Record<number, string> = {
  2: 'Z_NEED_DICT',
  [-1]: 'Z_ERRNO',
  [-2]: 'Z_STREAM_ERROR',
  [-3]: 'Z_DATA_ERROR',
  [-4]: 'Z_MEM_ERROR',
  [-5]: 'Z_BUF_ERROR',
  [-6]: 'Z_VERSION_ERROR',
};

/** `node_zlib_mode` of Node's C++. */
const modes = {
  none: 0,
  deflate: 1,
  inflate: 2,
  gzip: 3,
  gunzip: 4,
  deflateRaw: 5,
  inflateRaw: 6,
  unzip: 7,
} as const;

type WriteArguments = [
  flush: number,
  input: Uint8Array | null,
  inputStart: number,
  inputLength: number,
  output: Uint8Array,
  outputStart: number,
  outputLength: number,
];

class Zlib {
  onerror: (message: string, errno: number, code: string) => void = () => {};
  #mode: number;
  #stream = new ZStream();
  #windowBits = 15;
  #level = 6;
  #memLevel = 8;
  #strategy = 0;
  #dictionary: Uint8Array | undefined;
  #state = new Uint32Array(2);
  #callback: () => void = () => {};
  #started = false;
  #closed = false;
  #error = Z_OK;
  #rejectsGarbage = false;

  constructor(mode: number) {
    this.#mode = mode;
  }

  init(
    windowBits: number,
    level: number,
    memLevel: number,
    strategy: number,
    state: Uint32Array<ArrayBuffer>,
    callback: () => void,
    dictionary?: ArrayBufferView,
    rejectsGarbage = false,
  ): void {
    this.#windowBits = windowBits;
    this.#level = level;
    this.#memLevel = memLevel;
    this.#strategy = strategy;
    this.#state = state;
    this.#callback = callback;
    this.#rejectsGarbage = rejectsGarbage;
    if (dictionary)
      this.#dictionary = new Uint8Array(
        dictionary.buffer,
        dictionary.byteOffset,
        dictionary.byteLength,
      );
  }

  get #deflates(): boolean {
    const { deflate, gzip, deflateRaw } = modes;
    return ([deflate, gzip, deflateRaw] as number[]).includes(this.#mode);
  }

  #start(): void {
    this.#started = true;
    this.#stream = new ZStream();
    const { gzip, gunzip, unzip, deflateRaw, inflateRaw } = modes;
    let bits = this.#windowBits;
    if (this.#mode === gzip || this.#mode === gunzip) bits += 16;
    else if (this.#mode === unzip) bits += 32;
    else if (this.#mode === deflateRaw || this.#mode === inflateRaw) bits = -bits;
    this.#error = this.#deflates
      ? deflater.deflateInit2(
          this.#stream,
          this.#level,
          Z_DEFLATED,
          bits,
          this.#memLevel,
          this.#strategy,
        )
      : inflater.inflateInit2(this.#stream, bits);
    if (!this.#dictionary || this.#error !== Z_OK) return;
    if (this.#deflates) this.#error = deflater.deflateSetDictionary(this.#stream, this.#dictionary);
    else if (this.#mode === inflateRaw)
      this.#error = inflater.inflateSetDictionary(this.#stream, this.#dictionary);
  }

  #run(
    ...[flush, input, inputStart, inputLength, output, outputStart, outputLength]: WriteArguments
  ): void {
    if (!this.#started) this.#start();
    const stream = this.#stream;
    stream.input =
      input === null
        ? new Uint8Array(0)
        : new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
    stream.next_in = inputStart;
    stream.avail_in = input === null ? 0 : inputLength;
    stream.output = output;
    stream.next_out = outputStart;
    stream.avail_out = outputLength;
    if (this.#error === Z_OK || this.#error === Z_BUF_ERROR || this.#error === Z_STREAM_END)
      this.#error = this.#deflates ? deflater.deflate(stream, flush) : this.#inflate(flush);
    this.#state[0] = this.#stream.avail_out;
    this.#state[1] = this.#stream.avail_in;
  }

  #inflate(flush: number): number {
    if (this.#mode === modes.unzip && this.#stream.avail_in > 0) {
      const [first, second] = this.#stream.input.subarray(this.#stream.next_in);
      if (first !== 0x1f || (second !== undefined && second !== 0x8b)) this.#mode = modes.inflate;
      else if (second === 0x8b) this.#mode = modes.gunzip;
    }
    let error = inflater.inflate(this.#stream, flush);
    if (this.#mode !== modes.inflateRaw && error === Z_NEED_DICT && this.#dictionary) {
      error = inflater.inflateSetDictionary(this.#stream, this.#dictionary);
      if (error === Z_OK) error = inflater.inflate(this.#stream, flush);
      else if (error === Z_DATA_ERROR) error = Z_NEED_DICT;
    }
    // A gzip file may have several members, each a stream of its own.
    while (
      error === Z_STREAM_END &&
      this.#mode === modes.gunzip &&
      this.#stream.avail_in > 0 &&
      this.#stream.input[this.#stream.next_in] !== 0 &&
      !this.#rejectsGarbage
    ) {
      inflater.inflateReset(this.#stream);
      error = inflater.inflate(this.#stream, flush);
    }
    return error;
  }

  /** Whether all is well; if not, the stream hears of it. */
  #check(flush: number): boolean {
    switch (this.#error) {
      case Z_OK:
      case Z_BUF_ERROR:
        if (this.#stream.avail_out === 0 || flush !== Z_FINISH) return true;
        this.#report('unexpected end of file', Z_BUF_ERROR);
        return false;
      case Z_STREAM_END:
        return true;
      case Z_NEED_DICT:
        this.#report(this.#dictionary ? 'Bad dictionary' : 'Missing dictionary', this.#error);
        return false;
      default:
        this.#report('Zlib error', this.#error);
        return false;
    }
  }

  #report(fallback: string, error: number): void {
    const said = this.#stream.msg;
    const message = said === '' || said === messages[error] ? fallback : said;
    this.onerror(message, error, names[error] ?? 'Z_ERRNO');
  }

  writeSync(...given: WriteArguments): void {
    this.#run(...given);
    this.#check(given[0]);
  }

  write(...given: WriteArguments): void {
    setImmediate(() => {
      if (this.#closed) return;
      this.#run(...given);
      if (this.#check(given[0])) this.#callback();
    });
  }

  params(level: number, strategy: number): void {
    if (level !== this.#level || strategy !== this.#strategy) notAvailable('zlib.params');
  }

  reset(): void {
    this.#error = Z_OK;
    this.#start();
  }

  close(): void {
    this.#closed = true;
  }

  getAsyncId(): number {
    return 0;
  }
}

/** Compression that has no counterpart in JavaScript that would be worth its size. */
const absent = (name: string) =>
  class {
    constructor() {
      notAvailable(name);
    }
  };

export const zlibBinding = {
  Zlib,
  BrotliEncoder: absent('zlib.BrotliCompress'),
  BrotliDecoder: absent('zlib.BrotliDecompress'),
  ZstdCompress: absent('zlib.ZstdCompress'),
  ZstdDecompress: absent('zlib.ZstdDecompress'),
  crc32(data: string | Uint8Array, value = 0): number {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    return crc32(value, bytes, bytes.length, 0) >>> 0;
  },
};
