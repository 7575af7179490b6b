import type { ConsoleLine, Diagnostic } from '@assay/contracts/verdict';
import type { RedisServer } from '#runner/redis/RedisServer.ts';
import type { GuestIsolate } from './GuestIsolate.ts';
import type { ApiExchanges } from './ApiExchanges.ts';
import { asDelay, asDiagnostic, asNumber, asProblem, asText } from './hostValues.ts';
import { digest } from './digest.ts';
import type { PostgresClient } from './PostgresClient.ts';
import type { RunnerJob } from './RunnerJob.ts';
import type { VirtualLoop } from './VirtualLoop.ts';
import type { VirtualNetwork } from './VirtualNetwork.ts';

/** The ports at which a solution finds its PostgreSQL and its Redis. */
const postgresPort = 5_432;
const redisPort = 6_379;
/** The longest that a call waits, ms: what fits into a timer. Counters times that are no such thing. */
const maxSleepMs = 2 ** 31 - 1;
/** An UpstreamReply to a call that has waited for as long as it wanted to. */
const timedOut = JSON.stringify({
  error: { code: 'ETIMEDOUT', message: 'the reply took too long' },
});
const levels: readonly string[] = [
  'debug',
  'log',
  'info',
  'warn',
  'error',
] satisfies ConsoleLine['level'][];

export type SolutionWorld = {
  loop: VirtualLoop;
  postgres: PostgresClient | undefined;
  redis: RedisServer;
  network: VirtualNetwork;
  /** Gives the solution a turn, within the limits of the run. */
  turn(op: string, ...args: (string | number)[]): void;
  print(line: ConsoleLine): void;
  exchanges: Pick<ApiExchanges, 'respond' | 'respondPart' | 'want'>;
  callTests(json: string): string;
  settle(json: string): void;
  /** Lets the world go on until `done`; false when it does not come to that, or the run does not go on. */
  wait(done: () => boolean): boolean;
  outOfMemory(): void;
  refused(diagnostic: Diagnostic): void;
  crashed(problem: { message: string; stack: string }): void;
};

type Turn = [op: string, ...args: (string | number)[]];

/** The candidate's program in its isolate, and what it can reach: nothing but the run's own world. */
export class Solution {
  readonly #guest: GuestIsolate;
  readonly #timers = new Set<number>();
  readonly #loop: VirtualLoop;
  listening = false;
  /** Whether its program has been evaluated, with all that its top level awaits. */
  loaded = false;
  #gone = false;
  /** What has come for a program whose calls wait, by what it is of. */
  readonly #inbox = new Map<string, string[]>();
  /** Turns that have come while a call of the program's waits. */
  #postponed: Turn[] = [];
  #waiting = 0;
  #hangUp = () => {};

  constructor(guest: GuestIsolate, job: RunnerJob, world: SolutionWorld) {
    this.#guest = guest;
    this.#loop = world.loop;
    const environment = {
      NODE_ENV: 'production',
      PORT: '3000',
      REDIS_URL: `redis://localhost:${redisPort}`,
      ...(world.postgres
        ? { DATABASE_URL: `postgres://assay@localhost:${postgresPort}/assay` }
        : {}),
    };
    guest.boot(this.#host(world), job.seed, JSON.stringify(environment));
  }

  #host(world: SolutionWorld) {
    const fire = (id: number) => {
      this.#timers.delete(id);
      world.turn('timer', id);
    };
    const keep = (id: number) => {
      this.#timers.add(id);
      return id;
    };
    const network = world.network.connect((exchange, json) =>
      world.loop.post(`upstream ${exchange}`, () => {
        if (!this.#gone) world.turn('upstream', exchange, json);
      }),
    );
    /** By port; each knows its own connections. */
    const servers = new Map<number, PostgresClient | RedisServer>([
      [redisPort, world.redis],
      ...(world.postgres ? [[postgresPort, world.postgres] as const] : []),
    ]);
    this.#hangUp = () => network.abort();
    return {
      now: () => world.loop.nowMs,
      setTimer: (delayMs: number) => keep(world.loop.setTimer(asDelay(delayMs), fire)),
      setImmediate: () => keep(world.loop.setImmediate(fire)),
      clearTimer: (id: number) => {
        if (this.#timers.delete(id)) world.loop.clear(id);
      },
      wantTick: () => {},
      loaded: () => {
        this.loaded = true;
      },
      print: (level: string, text: string) =>
        world.print({
          level: (levels.includes(level) ? level : 'log') as ConsoleLine['level'],
          text: asText(text),
        }),
      digest,
      listen: () => {
        this.listening = true;
      },
      respond: (exchange: number, json: string) => world.exchanges.respond(exchange, asText(json)),
      respondPart: (exchange: number, json: string) =>
        world.exchanges.respondPart(exchange, asText(json)),
      wantBody: (exchange: number) => world.exchanges.want(exchange),
      openConnection: (port: number) => servers.get(asNumber(port))?.open() ?? -1,
      // Served in a turn of its own, so that a server's work is not on the candidate's account.
      sendBytes: (connection: number, binary: string) =>
        world.loop.post(`to connection ${asNumber(connection)}`, () => {
          for (const server of servers.values()) server.receive(connection, asText(binary));
        }),
      closeConnection: (connection: number) =>
        world.loop.post(`to connection ${asNumber(connection)}`, () => {
          for (const server of servers.values()) server.close(connection);
        }),
      sendUpstream: (exchange: number, json: string) =>
        network.send(asNumber(exchange), asText(json)),
      abortUpstream: (exchange: number) => network.abort(asNumber(exchange)),
      sleep: (ms: number) => {
        let over = false;
        const timer = world.loop.setTimer(
          Math.min(Math.max(0, asNumber(ms) || 0), maxSleepMs),
          () => {
            over = true;
          },
        );
        const slept = this.#wait(world, () => over);
        world.loop.clear(timer);
        return slept ? 1 : 0;
      },
      awaitUpstream: (exchange: number, timeoutMs: number) => {
        let late = false;
        const limitMs = asNumber(timeoutMs);
        const timer =
          limitMs > 0
            ? world.loop.setTimer(Math.min(limitMs, maxSleepMs), () => {
                late = true;
              })
            : undefined;
        const channel = `upstream ${asNumber(exchange)}`;
        this.#wait(world, () => late || this.#inbox.has(channel));
        if (timer !== undefined) world.loop.clear(timer);
        const reply = this.#takeArrived(channel);
        if (reply === undefined) network.abort(asNumber(exchange));
        return reply ?? (late ? timedOut : '');
      },
      awaitBytes: (connection: number) => {
        const channel = `bytes ${asNumber(connection)}`;
        this.#wait(world, () => this.#inbox.has(channel));
        return this.#takeArrived(channel) ?? '';
      },
      outOfMemory: () => world.outOfMemory(),
      refuse: (json: string) => world.refused(asDiagnostic(json)),
      callTests: (json: string) => world.callTests(asText(json)),
      settle: (json: string) => world.settle(asText(json)),
      exit: (code: number) =>
        world.crashed({ message: `process.exit(${asNumber(code)}) was called.`, stack: '' }),
      crash: (json: string) => world.crashed(asProblem(json)),
    };
  }

  get cpuMs(): number {
    return this.#guest.cpuMs;
  }

  /** Real time that it has run for, ms. */
  get realMs(): number {
    return this.#guest.realMs;
  }

  turn(cpuMs: number, patience: number, op: string, ...args: (string | number)[]): string {
    return this.#gone ? '' : this.#guest.turn(cpuMs, patience, op, ...args);
  }

  #wait(world: SolutionWorld, done: () => boolean): boolean {
    this.#waiting += 1;
    try {
      return world.wait(done);
    } finally {
      this.#waiting -= 1;
    }
  }

  #takeArrived(channel: string): string | undefined {
    const arrived = this.#inbox.get(channel);
    const first = arrived?.shift();
    if (arrived?.length === 0) this.#inbox.delete(channel);
    return first;
  }

  /** Takes a turn that the program cannot be given while one of its calls waits: it is what is waited for, or for later. */
  postpone(...turn: Turn): boolean {
    if (this.#waiting === 0) return false;
    const [op, from, content] = turn;
    if (op !== 'upstream' && op !== 'bytes') this.#postponed.push(turn);
    else {
      const channel = `${op} ${from}`;
      const arrived = this.#inbox.get(channel) ?? [];
      arrived.push(asText(content));
      this.#inbox.set(channel, arrived);
    }
    return true;
  }

  /** What has to be done once no call waits any more. */
  takePostponed(): Turn[] {
    if (this.#waiting > 0) return [];
    return this.#postponed.splice(0);
  }

  /** Ends it at once, also in the midst of a turn. */
  stop(): void {
    this.#guest.dispose();
  }

  dispose(): void {
    this.#gone = true;
    this.#loop.clearAll(this.#timers);
    this.#hangUp();
    this.#guest.dispose();
  }
}
