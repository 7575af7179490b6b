/** `process`, as far as a solution may see one. */
import { EventEmitter } from 'node:events';
import { virtualNow } from '#time/clock.ts';
import { nextTick } from '#time/timers.ts';

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

const emitter = new EventEmitter();
const environment: Record<string, string> = {};

export const process = Object.assign(emitter, {
  argv: ['node', 'solution.js'],
  env: environment,
  exitCode: undefined as number | undefined,
  pid: 1,
  platform: 'linux',
  arch: 'x64',
  title: 'node',
  version: 'v26.0.0',
  versions: { node: '26.0.0' },
  release: { name: 'node' },
  browser: false,
  stdout: { isTTY: false, write: (text: string) => (console.log(text.replace(/\n$/, '')), true) },
  stderr: { isTTY: false, write: (text: string) => (console.error(text.replace(/\n$/, '')), true) },
  cwd: () => '/solution',
  exit(code = 0): never {
    host?.exit(code);
    throw new ExitSignal(`process.exit(${code}) was called.`);
  },
  emitWarning: (warning: unknown) => console.warn(`Warning: ${String(warning)}`),
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
