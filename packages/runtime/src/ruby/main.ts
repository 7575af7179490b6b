/** Entry of the solution isolate's snapshot for Ruby: starts it, and takes the turns that the host gives. */
import '#time/clock.ts';
import '#language/textGlobals.ts';
import type { LanguageHost } from '#language/languageHost.ts';
import { type LanguageEngine, takeTurns } from '#language/takeTurns.ts';
import { removeWebAssembly } from '#language/wasm.ts';
import type { SolutionHost, SolutionTurn } from '#solution/protocol.ts';
import { followVirtualClock } from '#time/otherClocks.ts';
import { bakeMemory } from '#wasm/bakeMemory.ts';
import { removeGlobals } from '#web/removeGlobals.ts';
import { startRuby, type RubyEngine } from './engine.ts';
import adapter from './library/assay.rb';
import http from './library/net/http.rb';
import pg from './library/pg.rb';
import rack from './library/rack.rb';
import timeout from './library/timeout.rb';
import { createSystem, libraryFolder, ProcessExit, type RubySystem } from './system.ts';

const library = {
  'assay.rb': adapter,
  'net/http.rb': http,
  'pg.rb': pg,
  'rack.rb': rack,
  'timeout.rb': timeout,
};

let host: LanguageHost | undefined;
let outOfMemory = () => {};
/** What Ruby is to do in its turn, and what it says of it. */
const turn: { message: unknown[]; answer: unknown } = { message: [], answer: null };
/** What our library said while it was loaded: it has to say nothing. */
const complaints: string[] = [];

/** What Ruby may call while it has a turn. */
const operations = new Map<string, (...args: never[]) => unknown>(
  Object.entries({
    turn: () => turn.message,
    answer: (value: unknown) => {
      turn.answer = value;
    },
    sleep: (ms: number) => host?.sleep(ms),
    ask: (json: string, timeoutMs: number) => host?.ask(json, timeoutMs),
    open: (port: number) => host?.open(port),
    send: (connection: number, binary: string) => host?.send(connection, binary),
    receive: (connection: number) => host?.receive(connection),
    close: (connection: number) => host?.close(connection),
    respond: (exchange: number, json: string) => host?.respond(exchange, json),
    crash: (json: string) => host?.crash(json),
    refuse: (json: string) => host?.refuse(json),
    outOfMemory: () => outOfMemory(),
    complain: (text: string) => complaints.push(String(text)),
  }),
);

let started: { engine: RubyEngine; system: RubySystem } | undefined;

function start(wasm: ArrayBuffer, fresh: boolean): RubyEngine {
  const system = createSystem(library, {
    operations,
    print: (level, line) => {
      if (host) host.print(level, line);
      else complaints.push(line);
    },
    sleep: (ms) => void host?.sleep(ms),
  });
  const engine = startRuby(wasm, system, fresh);
  started = { engine, system };
  return engine;
}

/** What the host asks for in a new context. */
function prepare(wasm: ArrayBuffer): void {
  start(wasm, false);
  removeWebAssembly();
  removeGlobals();
  followVirtualClock();
}

/** The binary with the memory of a Ruby that has loaded our library: what `prepare` is given from then on. */
function makeMemory(wasm: ArrayBuffer): Promise<Uint8Array> {
  const { evaluate, memory } = start(wasm, true);
  evaluate(loadLibrary);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return Promise.resolve(bakeMemory(new Uint8Array(wasm), new Uint8Array(memory.buffer)));
}

const loadLibrary = `
begin
  $LOAD_PATH.unshift '${libraryFolder}'
  require 'assay'
  Assay.load_library
rescue Exception => error
  warn error.full_message(highlight: false)
end
GC.start
`;

function takeTurn(...message: unknown[]): unknown {
  if (!started) throw new Error('Ruby has not started.');
  const { engine, system } = started;
  Object.assign(turn, { message, answer: null });
  try {
    engine.evaluate('Assay.take_turn');
  } catch (error) {
    if (engine.isFull()) outOfMemory();
    else if (error instanceof ProcessExit)
      host?.crash(JSON.stringify({ name: 'SystemExit', message: error.message, stack: '' }));
    else throw error;
  } finally {
    system.flush();
  }
  return turn.answer;
}

const ruby: LanguageEngine = {
  boot: (given, seed, environmentJson) => {
    host = given;
    takeTurn('boot', seed, environmentJson);
  },
  load: (json) => takeTurn('load', json) === true,
  handle: (exchange, json) => void takeTurn('handle', exchange, json),
};

function boot(
  solutionHost: SolutionHost,
  seed: number,
  environmentJson: string,
): (op: SolutionTurn['op'], ...args: never[]) => string {
  outOfMemory = solutionHost.outOfMemory;
  return takeTurns('Ruby', ruby, solutionHost, { seed, environmentJson });
}

for (const [name, value] of Object.entries({
  __prepare: prepare,
  __boot: boot,
  __makeMemory: makeMemory,
  __warmUp: () => {},
}))
  Object.defineProperty(globalThis, name, { value, configurable: true });
