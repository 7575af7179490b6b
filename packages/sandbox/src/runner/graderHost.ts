import type { ConsoleLine } from '@assay/contracts/verdict';
import type { RunnerTest } from './frames.ts';
import type { LoggedQuery, PostgresServer } from './PostgresServer.ts';
import type { QueryFailureRequest } from './QueryFailures.ts';
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
};

export type TestEnd = Pick<RunnerTest, 'name' | 'suite' | 'status' | 'failure'>;

type Turn = (op: string, ...args: (string | number)[]) => unknown;

export type GraderWorld = {
  loop: VirtualLoop;
  postgres: PostgresServer | undefined;
  counters(): TestCounters;
  generation(): number;
  turnGrader: Turn;
  turnSolution: Turn;
  advance(ms: number): void;
  sendRequest(json: string): number;
  callSolution(json: string): string;
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
    sendRequest: (json: string) => world.sendRequest(json),
    callSolution: (json: string) => world.callSolution(json),
    replyUpstream: (exchange: number, json: string) => world.replyUpstream(exchange, json),
    settle: (json: string) =>
      loop.post('settle solution', () => void world.turnSolution('settled', json)),
    solutionId: () => world.generation(),
    restart: () => world.restart(),
    query: (text: string, parameters: string) => query(world.postgres, text, parameters),
    queries: () => JSON.stringify(world.counters().queries),
    failQueries: (json: string) =>
      world.postgres?.failures.add(JSON.parse(json) as QueryFailureRequest) ?? -1,
    failedQueries: (id: number) => world.postgres?.failures.failed(id) ?? 0,
    logs: () => JSON.stringify(world.counters().logs),
    testStarted: (name: string) => world.testStarted(name),
    testEnded: (json: string) => world.testEnded(JSON.parse(json) as TestEnd),
    finished: (problem: string) => world.finished(problem),
  };
}

function query(postgres: PostgresServer | undefined, text: string, parameters: string): string {
  if (!postgres)
    return JSON.stringify({
      error: 'this challenge has no PostgreSQL (postgres: true in challenge.yaml).',
    });
  try {
    return JSON.stringify({ rows: queryRows(postgres, text, JSON.parse(parameters) as unknown[]) });
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? error.message : 'unknown' });
  }
}
