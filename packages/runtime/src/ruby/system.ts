import { Directory, Fd, File, PreopenDirectory, WASI, wasi } from '@bjorn3/browser_wasi_shim';
import { randomBytes, virtualNow } from '#time/clock.ts';
import { HostFile, type Operations } from './HostDevice.ts';
import { LogDevice } from './LogDevice.ts';

/** The folder of our library, and of the device that leads to the host. */
export const libraryFolder = '/assay';

/** What Ruby's process is given of a machine: files in memory, and the run's clock and chance. */
export type RubySystem = {
  imports: Record<string, unknown>;
  /** Before the first call of an import. */
  useMemory(memory: { buffer: ArrayBuffer }): void;
  /** Prints what was written without a line end. */
  flush(): void;
};

type SystemHost = {
  operations: Operations;
  print(level: 'log' | 'error', line: string): void;
  /** Lets virtual time pass. */
  sleep(ms: number): void;
};

/** Raised when the program ends its process. */
export class ProcessExit extends Error {
  constructor(code: number) {
    super(`exit!(${code}) was called.`);
  }
}

const nanosecondsPerMs = 1_000_000n;

/** @param library Our files in Ruby, by their paths. */
export function createSystem(
  library: Readonly<Record<string, string>>,
  { operations, print, sleep }: SystemHost,
): RubySystem {
  const [output, errors] = [
    new LogDevice((line) => print('log', line)),
    new LogDevice((line) => print('error', line)),
  ];
  // Their numbers are in the memory that Ruby starts from.
  const shim = new WASI(
    [],
    ['HOME=/solution', 'TZ=UTC'],
    [
      new Nothing(),
      output,
      errors,
      new PreopenDirectory('/solution', new Map()),
      new PreopenDirectory('/tmp', new Map()),
      new PreopenDirectory(libraryFolder, libraryFiles(library, operations)),
    ],
    { debug: false },
  );
  let view: () => DataView = () => new DataView(new ArrayBuffer(0));
  return {
    useMemory: (memory) => {
      view = () => new DataView(memory.buffer);
      // Of an instance, the shim looks at its memory alone.
      (shim as { inst: unknown }).inst = { exports: { memory } };
    },
    flush: () => {
      output.flush();
      errors.flush();
    },
    imports: {
      ...shim.wasiImport,
      clock_time_get: (clock: number, _precision: bigint, result: number) => {
        view().setBigUint64(result, nanoseconds(clock), true);
        return wasi.ERRNO_SUCCESS;
      },
      random_get: (start: number, length: number) => {
        new Uint8Array(view().buffer, start, length).set(randomBytes(length));
        return wasi.ERRNO_SUCCESS;
      },
      poll_oneoff: (subscriptions: number, events: number, count: number, result: number) => {
        const seen = waitForClock(view(), subscriptions, count, sleep);
        if (seen === undefined) return wasi.ERRNO_NOTSUP;
        writeEvent(view(), events, seen);
        view().setUint32(result, 1, true);
        return wasi.ERRNO_SUCCESS;
      },
      proc_exit: (code: number) => {
        throw new ProcessExit(code);
      },
    },
  };
}

/** Standard input, which is empty. */
class Nothing extends Fd {
  override fd_read() {
    return { ret: wasi.ERRNO_SUCCESS, data: new Uint8Array() };
  }
}

function libraryFiles(library: Readonly<Record<string, string>>, operations: Operations) {
  const top = new Map<string, Directory | File | HostFile>([['host', new HostFile(operations)]]);
  for (const [path, source] of Object.entries(library)) {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder: Map<string, unknown> = top;
    for (const part of names) {
      const below = (folder.get(part) as Directory | undefined) ?? new Directory(new Map());
      folder.set(part, below);
      folder = below.contents;
    }
    folder.set(name, new File(new TextEncoder().encode(source), { readonly: true }));
  }
  return top as ConstructorParameters<typeof PreopenDirectory>[1];
}

const clocks = new Map<number, () => number>([
  [wasi.CLOCKID_REALTIME, virtualNow],
  [wasi.CLOCKID_MONOTONIC, () => performance.now()],
]);

/** A clock of the CPU's shows nothing: it would be another one in each run. */
function nanoseconds(clock: number): bigint {
  const ms = clocks.get(clock)?.() ?? 0;
  return BigInt(Math.round(ms)) * nanosecondsPerMs;
}

/** Waits for the first clock among what is waited for, and gives what its event is known by. */
function waitForClock(
  memory: DataView,
  from: number,
  count: number,
  sleep: (ms: number) => void,
): bigint | undefined {
  const bytes = 48;
  for (let at = from; at < from + count * bytes; at += bytes) {
    if (memory.getUint8(at + 8) !== wasi.EVENTTYPE_CLOCK) continue;
    const until = memory.getBigUint64(at + 24, true);
    const isAbsolute = (memory.getUint16(at + 40, true) & 1) === 1;
    const now = isAbsolute ? nanoseconds(memory.getUint32(at + 16, true)) : 0n;
    sleep(Number(until - now) / Number(nanosecondsPerMs));
    return memory.getBigUint64(at, true);
  }
  return undefined;
}

function writeEvent(memory: DataView, at: number, seen: bigint): void {
  memory.setBigUint64(at, seen, true);
  memory.setUint16(at + 8, wasi.ERRNO_SUCCESS, true);
  memory.setUint8(at + 10, wasi.EVENTTYPE_CLOCK);
}
