import type { HashingHost } from '#node/hashing.ts';

/** What the host offers the solution isolate. Everything that crosses is a number or a string. */
export type SolutionHost = HashingHost & {
  /** Virtual time, ms since the epoch. */
  now(): number;
  setTimer(delayMs: number): number;
  setImmediate(): number;
  clearTimer(id: number): void;
  wantTick(): void;
  /** The program has been evaluated, with all that its top level awaits. */
  loaded(): void;
  print(level: string, text: string): void;
  listen(port: number): void;
  respond(exchange: number, json: string): void;
  /** A part of a response that is sent as it is written. */
  respondPart(exchange: number, json: string): void;
  /** There is room for another piece of a request's body. */
  wantBody(exchange: number): void;
  /** A number below 0 when nothing listens on `port`. */
  openConnection(port: number): number;
  sendBytes(connection: number, binary: string): void;
  closeConnection(connection: number): void;
  /** Sends an UpstreamRequest; the UpstreamReply comes in a turn of its own. */
  sendUpstream(exchange: number, json: string): void;
  /** The solution no longer waits for that reply. */
  abortUpstream(exchange: number): void;
  /** Waits until so much virtual time has passed; 0 when the run does not go on. For languages whose calls wait. */
  sleep(ms: number): number;
  /** Waits for the UpstreamReply of that exchange; empty when the time, above 0, is over or the run does not go on. */
  awaitUpstream(exchange: number, timeoutMs: number): string;
  /** Waits for bytes of that connection; empty when it has closed or the run does not go on. */
  awaitBytes(connection: number): string;
  /** The language's own memory, which is outside of the isolate's heap, may grow no further. */
  outOfMemory(): void;
  callTests(json: string): string;
  settle(json: string): void;
  exit(code: number): void;
  /** The program threw and nobody caught: `{ name, message, stack }` as JSON. */
  crash(json: string): void;
  /** The program cannot be compiled: a Diagnostic as JSON. For languages that are compiled in here. */
  refuse(json: string): void;
};

/** The turns that the host gives the solution isolate. */
export type SolutionTurn =
  | { op: 'load'; args: [program: string] }
  | { op: 'timer'; args: [id: number] }
  | { op: 'tick'; args: [] }
  | { op: 'request'; args: [exchange: number, json: string] }
  /** A piece of the body of a request that comes in pieces; none means that it has ended. */
  | { op: 'requestPart'; args: [exchange: number, binary: string] }
  /** The client has read so many bytes of a response that is sent as it is written. */
  | { op: 'responseTaken'; args: [exchange: number, length: number] }
  /** The client has gone before it had an answer. */
  | { op: 'hangUp'; args: [exchange: number] }
  | { op: 'bytes'; args: [connection: number, binary: string] }
  /** `json` is an UpstreamReply. */
  | { op: 'upstream'; args: [exchange: number, json: string] }
  /** A FileCall of the tests, answered by a FileReply. */
  | { op: 'files'; args: [json: string] }
  /** Gives all files, for the solution that takes this one's place; it gets them before it is loaded. */
  | { op: 'saveDisk'; args: [maxLength: number] }
  | { op: 'restoreDisk'; args: [json: string] }
  | { op: 'call'; args: [json: string] }
  | { op: 'settled'; args: [json: string] }
  | { op: 'rejected'; args: [message: string] };
