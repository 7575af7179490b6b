import { Fd, wasi } from '@bjorn3/browser_wasi_shim';
import { decodeUtf8 } from '#nodeLibrary/bindings/utf8.ts';
import { characterDevice, deviceStat } from './deviceStat.ts';

/** One line of log, bytes. Counters a line of 100 MB. */
const maxLineBytes = 10_000;
const lineEnd = 0x0a;

/** Standard output or error: each line is a line of the test's console. */
export class LogDevice extends Fd {
  readonly #print: (line: string) => void;
  /** The beginning of the line that has no end yet. */
  #kept: Uint8Array[] = [];
  /** How long that line is, with what is not kept of it. */
  #length = 0;

  constructor(print: (line: string) => void) {
    super();
    this.#print = print;
  }

  override fd_fdstat_get() {
    // Whoever may seek is no terminal, and a console of tests shows no colours.
    return characterDevice(wasi.RIGHTS_FD_WRITE | wasi.RIGHTS_FD_SEEK | wasi.RIGHTS_FD_TELL);
  }

  override fd_filestat_get() {
    return { ret: wasi.ERRNO_SUCCESS, filestat: deviceStat() };
  }

  override fd_write(data: Uint8Array) {
    let from = 0;
    for (let end = data.indexOf(lineEnd); end >= 0; end = data.indexOf(lineEnd, from)) {
      this.#keep(data.subarray(from, end));
      this.#endLine();
      from = end + 1;
    }
    this.#keep(data.subarray(from));
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.length };
  }

  /** What has no line end yet is a line as well, once a turn is over. */
  flush(): void {
    if (this.#length > 0) this.#endLine();
  }

  #keep(bytes: Uint8Array): void {
    const room = maxLineBytes - this.#length;
    if (room > 0 && bytes.length > 0) this.#kept.push(bytes.slice(0, room));
    this.#length += bytes.length;
  }

  #endLine(): void {
    const whole = new Uint8Array(this.#kept.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.#kept) {
      whole.set(part, at);
      at += part.length;
    }
    const text = decodeUtf8(whole);
    const long = this.#length > maxLineBytes ? `… (${this.#length} bytes)` : '';
    this.#kept = [];
    this.#length = 0;
    this.#print(`${text}${long}`);
  }
}
