/** `process`, as far as a solution may see one. */
import { Buffer } from 'node:buffer';
import EventEmitter from 'node:events';
import { Writable } from 'node:stream';
import { process as bare } from '#nodeLibrary/environment.ts';
import { virtualNow } from '#time/clock.ts';
import { nextTick } from '#time/timers.ts';
import { notAvailable } from './unavailable.ts';

type ProcessHost = { exit(code: number): void };

/** What `process.exit` throws, to unwind the program that asked for it. */
export class ExitSignal extends Error {
  override name = 'ExitSignal';
}

let host: ProcessHost | undefined;
let startedAt = 0;

export function connectProcess(processHost: ProcessHost, given: Record<string, string>): void {
  host = processHost;
  startedAt = virtualNow();
  Object.assign(environment, given);
}

function hrtime(previous?: [number, number]): [number, number] {
  const ms = virtualNow() - startedAt;
  const now: [number, number] = [Math.floor(ms / 1_000), Math.round((ms % 1_000) * 1e6)];
  if (!previous) return now;
  const nanoseconds = (now[0] - previous[0]) * 1e9 + now[1] - previous[1];
  return [Math.floor(nanoseconds / 1e9), nanoseconds % 1e9];
}
hrtime.bigint = () => BigInt(Math.round((virtualNow() - startedAt) * 1e6));

/** @see https://nodejs.org/api/process.html#processemitwarningwarning-options */
function emitWarning(warning: string | Error, given?: string | { type?: string; code?: string }) {
  const type = (typeof given === 'string' ? given : given?.type) ?? 'Warning';
  const error =
    typeof warning === 'string' ? Object.assign(new Error(warning), { name: type }) : warning;
  if (error.name === 'DeprecationWarning') return;
  nextTick(() => {
    process.emit('warning', error);
    console.error(`(node:${process.pid}) ${error.name}: ${error.message}`);
  });
}

const environment: Record<string, string> = {};

/** A stream of the process: what is written appears in the log, a line at a time. */
function outlet(fd: number, print: (text: string) => void) {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      print(text.replace(/\n$/, ''));
      done();
    },
  });
  return Object.assign(stream, { fd, isTTY: false });
}

Object.setPrototypeOf(
  bare,
  Object.create(EventEmitter.prototype, {
    constructor: { value: function process() {} },
  }) as object,
);
Reflect.apply(EventEmitter, bare, []);

export const process = Object.assign(bare as unknown as EventEmitter, {
  argv: ['/usr/local/bin/node', '/solution/index.js'],
  argv0: 'node',
  execArgv: [] as string[],
  execPath: '/usr/local/bin/node',
  env: environment,
  exitCode: undefined as number | undefined,
  pid: 1,
  ppid: 0,
  title: 'node',
  release: { name: 'node' },
  browser: false,
  stdout: outlet(1, (text) => console.log(text)),
  stderr: outlet(2, (text) => console.error(text)),
  cwd: () => '/solution',
  exit(code = 0): never {
    host?.exit(code);
    throw new ExitSignal(`process.exit(${code}) was called.`);
  },
  chdir: () => notAvailable('process.chdir'),
  kill: () => notAvailable('process.kill'),
  abort: () => notAvailable('process.abort'),
  umask: () => 0o022,
  getuid: () => 1000,
  emitWarning,
  cpuUsage: () => ({ user: 0, system: 0 }),
  hrtime,
  memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
  nextTick,
  uptime: () => (virtualNow() - startedAt) / 1_000,
});

Object.defineProperty(globalThis, 'process', {
  value: process,
  writable: true,
  configurable: true,
});
