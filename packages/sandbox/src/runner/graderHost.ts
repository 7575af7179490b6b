import type { ConsoleLine } from '@assay/contracts/verdict';
import type { LoggedQuery } from '#postgres/PostgresReply.ts';
import { redisFailure, type RedisFailureRequest } from '#runner/redis/redisFailure.ts';
import type { LoggedCommand, RedisServer } from '#runner/redis/RedisServer.ts';
import { RedisError } from '#runner/redis/resp.ts';
import type { ApiExchanges } from './ApiExchanges.ts';
import type { RunnerTest } from './frames.ts';
import type { PostgresClient } from './PostgresClient.ts';
import type { QueryFailureRequest } from './queryFailure.ts';
import { queryRows } from './queryRows.ts';
import type { VirtualLoop } from './VirtualLoop.ts';

/** What has happened since the running test began. */
export type TestCounters = {
  startedMs: number;
  /** Virtual time that the test itself let pass. */
  advancedMs: number;
  cpuMs: number;
  turns: number;
  logs: ConsoleLine[];
  queries: LoggedQuery[];
  commands: LoggedCommand[];
  published: { channel: string; message: string }[];
};

export type TestEnd = Pick<RunnerTest, 'name' | 'suite' | 'status' | 'failure' | 'attachment'>;

type Turn = (op: string, ...args: (string | number)[]) => unknown;

export type GraderWorld = {
  loop: VirtualLoop;
  postgres: PostgresClient | undefined;
  redis: RedisServer;
  counters(): TestCounters;
  generation(): number;
  /** How long the solution has run so far, ms. */
  time(): { cpuMs: number; realMs: number };
  turnGrader: Turn;
  settleSolution(json: string): void;
  advance(ms: number): void;
  exchanges: ApiExchanges;
  callSolution(json: string): string;
  callFiles(json: string): string;
  replyUpstream(exchange: number, json: string): void;
  restart(): string;
  testStarted(name: string): void;
  testEnded(end: TestEnd): void;
  finished(problem: string): void;
};

/** The functions that the grader isolate calls; `GraderHost` of the runtime says what each is for. */
export function createGraderHost(world: GraderWorld) {
  const { loop } = world;
  const fire = (id: number) => void world.turnGrader('timer', id);
  return {
    now: () => loop.nowMs,
    setTimer: (delayMs: number) => loop.setTimer(delayMs, fire),
    setImmediate: () => loop.setImmediate(fire),
    clearTimer: (id: number) => loop.clear(id),
    wantTick: () => {},
    advance: (ms: number) => world.advance(ms),
    sendRequest: (json: string, streams: number) => world.exchanges.send(json, streams === 1),
    sendRequestPart: (exchange: number, binary: string) =>
      world.exchanges.sendPart(exchange, binary),
    responseTaken: (exchange: number, length: number) => world.exchanges.taken(exchange, length),
    abortRequest: (exchange: number) => world.exchanges.abort(exchange),
    callSolution: (json: string) => world.callSolution(json),
    files: (json: string) => world.callFiles(json),
    replyUpstream: (exchange: number, json: string) => world.replyUpstream(exchange, json),
    settle: (json: string) => world.settleSolution(json),
    solutionId: () => world.generation(),
    restart: () => world.restart(),
    query: (text: string, parameters: string) => query(world.postgres, text, parameters),
    queriesWait: () => (world.postgres?.inTransaction === true ? 1 : 0),
    queries: () => JSON.stringify(world.counters().queries),
    failQueries: (json: string) =>
      world.postgres?.fail(JSON.parse(json) as QueryFailureRequest) ?? -1,
    recoverQueries: () => world.postgres?.forgetFailures(),
    recoverRedis: () => world.redis.failures.clear(),
    failedQueries: (id: number) => world.postgres?.failed(id) ?? 0,
    callRedis: (json: string) => callRedis(world.redis, JSON.parse(json) as string[]),
    redisLog: () => {
      const { commands, published } = world.counters();
      return JSON.stringify({ commands, published });
    },
    failRedis: (json: string) => {
      const request = JSON.parse(json) as RedisFailureRequest;
      return world.redis.failures.add(redisFailure(request), request.matches, request);
    },
    failedRedis: (id: number) => world.redis.failures.failed(id),
    usage: () => {
      const { queries, commands } = world.counters();
      return JSON.stringify({
        ...world.time(),
        queries: queries.length,
        rows: queries.reduce((sum, { rows }) => sum + rows, 0),
        commands: commands.length,
        virtualMs: loop.nowMs,
      });
    },
    logs: () => JSON.stringify(world.counters().logs),
    testStarted: (name: string) => world.testStarted(name),
    testEnded: (json: string) => world.testEnded(JSON.parse(json) as TestEnd),
    finished: (problem: string) => world.finished(problem),
  };
}

function query(postgres: PostgresClient | undefined, text: string, parameters: string): string {
  if (!postgres)
    return JSON.stringify({
      error: 'this challenge has no PostgreSQL (postgres: true in challenge.yaml).',
    });
  try {
    const own = {
      exchange: (message: Uint8Array) => postgres.exchange(message, { ownSettings: true }),
    };
    return JSON.stringify({ rows: queryRows(own, text, JSON.parse(parameters) as unknown[]) });
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? error.message : 'unknown' });
  }
}

function callRedis(redis: RedisServer, words: string[]): string {
  try {
    return JSON.stringify({ reply: redis.call(words) });
  } catch (error) {
    if (error instanceof RedisError) return JSON.stringify({ error: error.message });
    throw error;
  }
}
