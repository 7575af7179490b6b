import { Fd, type Inode, wasi } from '@bjorn3/browser_wasi_shim';
import { decodeUtf8, encodeUtf8Into, utf8Length } from '#nodeLibrary/bindings/utf8.ts';
import { characterDevice, deviceStat } from './deviceStat.ts';

/** What Ruby may ask for, by name. What they get and give is JSON's. */
export type Operations = ReadonlyMap<string, (...args: never[]) => unknown>;

const lineEnd = 0x0a;

/**
 * A file that Ruby writes a line to, `[operation, ...arguments]` as JSON, and then reads the answer's line from. It is the
 * one way out, so a program meets numbers and strings and never an object of JavaScript's.
 */
class HostDevice extends Fd {
  readonly #operations: Operations;
  #asked: Uint8Array[] = [];
  #answer = new Uint8Array();

  constructor(operations: Operations) {
    super();
    this.#operations = operations;
  }

  override fd_fdstat_get() {
    return characterDevice(wasi.RIGHTS_FD_READ | wasi.RIGHTS_FD_WRITE);
  }

  override fd_filestat_get() {
    return { ret: wasi.ERRNO_SUCCESS, filestat: deviceStat() };
  }

  override fd_write(data: Uint8Array) {
    this.#asked.push(data);
    if (data.at(-1) === lineEnd) {
      const line = this.#asked.map(decodeUtf8).join('');
      this.#asked = [];
      this.#answer = encodeLine(JSON.stringify(this.#ask(line) ?? null));
    }
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.length };
  }

  override fd_read(size: number) {
    const data = this.#answer.slice(0, size);
    this.#answer = this.#answer.subarray(data.length);
    return { ret: wasi.ERRNO_SUCCESS, data };
  }

  /** A program may write whatever it likes: what is no question has no answer. */
  #ask(line: string): unknown {
    const message = parse(line);
    if (!Array.isArray(message)) return null;
    const [name, ...args] = message as [unknown, ...never[]];
    return this.#operations.get(String(name))?.(...args);
  }
}

/** Where the device is opened. Each opening has a conversation of its own. */
export class HostFile implements Inode {
  readonly ino = 1n;
  readonly #operations: Operations;

  constructor(operations: Operations) {
    this.#operations = operations;
  }

  path_open() {
    return { ret: wasi.ERRNO_SUCCESS, fd_obj: new HostDevice(this.#operations) };
  }

  stat() {
    return deviceStat();
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

function encodeLine(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(utf8Length(text) + 1);
  encodeUtf8Into(bytes, text);
  bytes[bytes.length - 1] = lineEnd;
  return bytes;
}
