/** Entry of the solution isolate's snapshot for Python: starts it, and takes the turns that the host gives. */
import '#time/clock.ts';
import type { WireRequest } from '#node/http/IncomingMessage.ts';
import type { WireResponse } from '#node/http/ServerResponse.ts';
import type { SolutionHost, SolutionTurn } from '#solution/protocol.ts';
import { startClock } from '#time/clock.ts';
import { followVirtualClock } from '#time/otherClocks.ts';
import { removeGlobals } from '#web/removeGlobals.ts';
import { type Engine, removeWebAssembly, startEngine, watchMemory } from './engine.ts';
import { installLibrary, type Adapter } from './installLibrary.ts';
import { pythonHost } from './pythonHost.ts';

/** The port at which the application is reached; there is one. */
const port = 3_000;

let adapter: Adapter | undefined;
let problem: unknown = new Error('Python has not started.');

/** What the host asks for in a new context. It is done when the host's call is over, promises included. */
function prepare(wasm: ArrayBuffer, standardLibrary: ArrayBuffer, memory: ArrayBuffer): void {
  void startEngine({ wasm, standardLibrary, memory }).then(
    (python) => {
      adapter = installLibrary(python).adapter;
      removeWebAssembly();
      removeGlobals();
      followVirtualClock();
    },
    (error: unknown) => {
      problem = error;
    },
  );
}

/** The memory of a Python that has loaded our library: what `prepare` is given from then on. */
function makeMemory({ wasm, standardLibrary }: Engine): Promise<Uint8Array> {
  return startEngine({ wasm, standardLibrary }).then((python) => {
    installLibrary(python).release();
    return python.makeMemorySnapshot();
  });
}

function boot(
  host: SolutionHost,
  seed: number,
  environmentJson: string,
): (op: SolutionTurn['op'], ...args: never[]) => string {
  if (!adapter) throw problem;
  const { boot: bootPython, load, handle } = adapter;
  startClock(host.now, seed);
  watchMemory(host.outOfMemory);
  const arrived = new Map<number, string[]>();
  /** Exchanges whose response is wanted in pieces; it is sent in one. */
  const streamed = new Set<number>();
  const respond = (exchange: number, json: string) => {
    if (!streamed.delete(exchange)) {
      host.respond(exchange, json);
      return;
    }
    const { body, ...head } = JSON.parse(json) as WireResponse;
    host.respondPart(exchange, JSON.stringify(head));
    if (body !== '') host.respondPart(exchange, JSON.stringify({ body }));
    host.respond(exchange, JSON.stringify({ ended: true }));
  };
  bootPython(pythonHost({ ...host, respond }, arrived), seed, environmentJson);
  /** Requests whose body is on its way. */
  const arriving = new Map<number, WireRequest>();

  const answer = (exchange: number, request: WireRequest) =>
    handle(exchange, JSON.stringify(request));
  const turns: Partial<Record<SolutionTurn['op'], (...args: never[]) => void>> = {
    load: (program: string) => {
      if (!load(program)) return;
      host.listen(port);
      host.loaded();
    },
    request: (exchange: number, json: string) => {
      const request = JSON.parse(json) as WireRequest;
      if (request.responseStreams === true) streamed.add(exchange);
      if (request.bodyStreams === true) arriving.set(exchange, request);
      else answer(exchange, request);
    },
    requestPart: (exchange: number, binary: string) => {
      const request = arriving.get(exchange);
      if (!request) return;
      request.body += binary;
      if (binary === '') {
        arriving.delete(exchange);
        answer(exchange, request);
      } else host.wantBody(exchange);
    },
    bytes: (connection: number, binary: string) => {
      const earlier = arrived.get(connection);
      if (earlier) earlier.push(binary);
      else arrived.set(connection, [binary]);
    },
    hangUp: (exchange: number) => void arriving.delete(exchange),
  };
  return (op, ...args) => {
    if (op === 'files')
      return JSON.stringify({ error: 'files of a Python solution cannot be seen.' });
    try {
      turns[op]?.(...args);
    } catch (error) {
      host.crash(JSON.stringify(describeBreakdown(error)));
    }
    return '';
  };
}

/** Python catches its own exceptions; what comes here has broken the interpreter. */
function describeBreakdown(error: unknown) {
  const message = error instanceof Error ? error.message : '';
  return {
    name: 'Python broke down',
    message: message.slice(0, 2_000) || 'the interpreter cannot go on',
    stack: '',
  };
}

for (const [name, value] of Object.entries({
  __prepare: prepare,
  __boot: boot,
  __makeMemory: makeMemory,
  __warmUp: () => {},
}))
  Object.defineProperty(globalThis, name, { value, configurable: true });
