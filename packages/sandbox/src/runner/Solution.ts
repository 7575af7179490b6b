import type { ConsoleLine } from '@assay/contracts/verdict';
import type { RedisServer } from '#runner/redis/RedisServer.ts';
import type { GuestIsolate } from './GuestIsolate.ts';
import type { ApiExchanges } from './ApiExchanges.ts';
import { asDelay, asNumber, asProblem, asText } from './hostValues.ts';
import { digest } from './digest.ts';
import type { PostgresClient } from './PostgresClient.ts';
import type { RunnerJob } from './RunnerJob.ts';
import type { VirtualLoop } from './VirtualLoop.ts';
import type { VirtualNetwork } from './VirtualNetwork.ts';

/** The ports at which a solution finds its PostgreSQL and its Redis. */
const postgresPort = 5_432;
const redisPort = 6_379;
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
  crashed(problem: { message: string; stack: string }): void;
};

/** The candidate's program in its isolate, and what it can reach: nothing but the run's own world. */
export class Solution {
  readonly #guest: GuestIsolate;
  readonly #timers = new Set<number>();
  readonly #loop: VirtualLoop;
  listening = false;
  /** Whether its program has been evaluated, with all that its top level awaits. */
  loaded = false;
  #gone = false;
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
