import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LiveServer } from '#testing/chaos/LiveServer.ts';
import type { PreparedSession } from '#testing/chaos/liveServerProcess.ts';
import type { Moment, Typed, Wanted } from './browserProcess.ts';

/** Sessions and people in each. */
export const usualSizes = ['1x2', '1x10', '1x50', '50x2', '200x2'];
/** Pages in one process of browsers, at most: it must not be what is measured. */
const pagesInProcess = 200;
const typingMs = 10_000;
/** Typed before that and not counted, ms: a server that has just started runs code that nothing is known of yet. */
const warmingMs = 3_000;

/** Measures how long a key takes to the others, and what it costs, and prints a line for each size: `50x2`. */
export async function typeTogether(sizes: readonly string[]): Promise<void> {
  console.log(
    `Everybody types five keys a second for ${typingMs / 1_000} s. CPU is of one core; that of browsers, of the process\nof theirs that works most.\n`,
  );
  console.log(
    'rooms  people  browsers    keys   p50 ms   p95 ms   p99 ms   up B/key  down B/key   CPU/key   server  browsers',
  );
  const server = await LiveServer.start();
  try {
    for (const size of sizes) await measure(server, size);
  } finally {
    await server.close();
  }
}

async function measure(server: LiveServer, size: string): Promise<void> {
  const [rooms = 1, people = 2] = size.split('x').map(Number);
  const candidates = Array.from({ length: people - 1 }, () => 'candidate' as const);
  const sessions: PreparedSession[] = [];
  for (let room = 0; room < rooms; room += 1)
    sessions.push(await server.ask('prepare', ['interviewer', ...candidates]));
  const groups = divide(sessions, Math.ceil((rooms * people) / pagesInProcess));
  const browsers = groups.map(() => new Browsers());
  try {
    for (const [index, group] of groups.entries())
      await browsers[index]?.ask({ do: 'join', url: server.url, sessions: group });
    await Promise.all(browsers.map((browser) => browser.ask({ do: 'type', forMs: warmingMs })));
    const before = await server.ask('cpuMs');
    const began = performance.now();
    const typed = await Promise.all(
      browsers.map((browser) => browser.ask({ do: 'type', forMs: typingMs })),
    );
    const tookMs = performance.now() - began;
    const cpuMs = (await server.ask('cpuMs')) - before;
    console.log(
      [
        String(rooms).padStart(5),
        String(people).padStart(7),
        String(browsers.length).padStart(9),
        ...columns(typed),
        `${(cpuMs / keysOf(typed)).toFixed(2)} ms`.padStart(9),
        percent(cpuMs / tookMs).padStart(8),
        percent(Math.max(...typed.map(({ cpuShare }) => cpuShare))).padStart(9),
      ].join(' '),
    );
  } finally {
    for (const browser of browsers) browser.close();
  }
}

function columns(typed: Typed[]): string[] {
  const keys = keysOf(typed);
  const latencies = findLatencies(typed);
  const sum = (side: 'upBytes' | 'downBytes') =>
    typed.reduce((total, one) => total + one[side], 0) / keys;
  return [
    String(keys).padStart(7),
    ...[0.5, 0.95, 0.99].map((share) => percentile(latencies, share).toFixed(1).padStart(8)),
    sum('upBytes').toFixed(0).padStart(10),
    sum('downBytes').toFixed(0).padStart(11),
  ];
}

const keysOf = (typed: Typed[]) => typed.reduce((total, { sent }) => total + sent.length, 0);
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

/** From each key to each arrival of it, ms, in ascending order. */
function findLatencies(typed: Typed[]): number[] {
  const name = ([client, clock]: Moment) => `${client}/${clock}`;
  const sent = new Map(typed.flatMap((one) => one.sent.map((key) => [name(key), key[2]])));
  const latencies = typed.flatMap((one) =>
    one.arrived.flatMap((key) => {
      const at = sent.get(name(key));
      return at === undefined ? [] : [key[2] - at];
    }),
  );
  return latencies.sort((a, b) => a - b);
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

function divide<T>(all: T[], parts: number): T[][] {
  const length = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(part * length, (part + 1) * length));
}

/** A process of browsers. */
class Browsers {
  readonly #process: ChildProcess;

  constructor() {
    const program = join(import.meta.dirname, 'browserProcess.ts');
    this.#process = fork(program, { serialization: 'advanced' });
  }

  async ask(wanted: Extract<Wanted, { do: 'type' }>): Promise<Typed>;
  async ask(wanted: Extract<Wanted, { do: 'join' }>): Promise<void>;
  async ask(wanted: Wanted): Promise<unknown> {
    this.#process.send(wanted);
    const [answer] = (await once(this.#process, 'message')) as unknown[];
    return answer;
  }

  /** Ends it, and with it the connections of its pages. */
  close(): void {
    this.#process.disconnect();
  }
}
