/** What the host offers the grader isolate. Everything that crosses is a number or a string. */
export type GraderHost = {
  now(): number;
  setTimer(delayMs: number): number;
  setImmediate(): number;
  clearTimer(id: number): void;
  wantTick(): void;
  /** Lets virtual time pass, with all that falls due in it. */
  advance(ms: number): void;
  /** Sends a WireRequest, `streams` 1 when its body or its response come in parts; gives the exchange's id. */
  sendRequest(json: string, streams: number): number;
  /** A piece of the body of a request that comes in pieces; none means that it has ended. */
  sendRequestPart(id: number, binary: string): void;
  /** The oldest part of a streamed response that was unread has been read: so many bytes. */
  responseTaken(id: number, length: number): void;
  /** The client of a request hangs up. */
  abortRequest(id: number): void;
  /** Answers what an `upstream` turn asked, with an UpstreamReply as JSON. */
  replyUpstream(exchange: number, json: string): void;
  callSolution(json: string): string;
  settle(json: string): void;
  /** A FileCall as JSON, answered by a FileReply or, when the solution has broken, by nothing. */
  files(json: string): string;
  /** The id of the solution's exports. */
  solutionId(): number;
  /** Replaces the solution by a fresh one; an error's text, or nothing. */
  restart(): string;
  /** `{ rows }` or `{ error }` as JSON. */
  query(text: string, parameters: string): string;
  /** 1 while a transaction of the solution's is open, whose changes only its own connection may see. */
  queriesWait(): number;
  /** Statements that the solution sent in this test, as JSON. */
  queries(): string;
  /** Makes statements of the solution fail for the rest of the test, a QueryFailure as JSON; gives its id. */
  failQueries(json: string): number;
  /** Forgets the failures of statements and commands that this test has asked for. */
  recoverQueries(): void;
  recoverRedis(): void;
  /** How many statements the failure has met. */
  failedQueries(id: number): number;
  /** A command of the test's own, its words as JSON; `{ reply }` or `{ error }`. Texts are bytes here. */
  callRedis(words: string): string;
  /** `{ commands, published }` of this test, as JSON. */
  redisLog(): string;
  failRedis(json: string): number;
  failedRedis(id: number): number;
  /** What the solution has cost so far in this test, a Cost of the world as JSON, and `realMs`. */
  usage(): string;
  /** Console lines of this test, as JSON. */
  logs(): string;
  testStarted(name: string): void;
  /** A GraderTestEnd as JSON. */
  testEnded(json: string): void;
  /** The run is over; a message when the test files themselves failed. */
  finished(error: string): void;
};

export type GraderTestEnd = {
  name: string;
  suite: TestSuite;
  status: 'passed' | 'failed' | 'timed_out' | 'skipped';
  failure?: {
    message: string;
    expected?: string | undefined;
    received?: string | undefined;
    stack: string;
  };
  /** What the test attached. */
  attachment?: string | undefined;
};

/** One bundled test file. */
/** Whose tests they are; `own`: of those who write the solution. */
export type TestSuite = 'public' | 'hidden' | 'own';

export type GraderFile = { suite: TestSuite; program: string };

/** The turns that the host gives the grader isolate. */
export type GraderTurn =
  /** Runs the tests of all files, or those of the given full names alone. */
  | { op: 'run'; args: [files: string, only?: string] }
  | { op: 'timer'; args: [id: number] }
  | { op: 'tick'; args: [] }
  | { op: 'response'; args: [id: number, json: string] }
  /** A part of a response that is sent as it is written. */
  | { op: 'responsePart'; args: [id: number, json: string] }
  /** The solution has room for another piece of a request's body. */
  | { op: 'requestWanted'; args: [id: number] }
  /** The solution sends a request to the world outside: an UpstreamRequest as JSON, of any content. */
  | { op: 'upstream'; args: [exchange: number, json: string] }
  | { op: 'upstreamAbandoned'; args: [exchange: number] }
  | { op: 'call'; args: [json: string] }
  | { op: 'settled'; args: [json: string] }
  /** A solution has stopped; another one may have taken its place. */
  | { op: 'solutionStopped'; args: [] }
  /** Give up the test that is running: it used up a limit, or nothing can happen any more. */
  | { op: 'abort'; args: [message: string, status: 'failed' | 'timed_out'] };
