/** Entry of the solution isolate's snapshot: Node-flavoured modules, and the turns that the host gives. */
import '#web/globals.ts';
import '#web/moreGlobals.ts';
import '#web/console.ts';
import '#network/fetch.ts';
import { callFiles, restoreDisk, saveDisk } from '#node/disk.ts';
import {
  connectHttp,
  hangUp,
  receiveBody,
  receiveRequest,
  responseTaken,
} from '#node/http/index.ts';
import type { WireRequest } from '#node/http/IncomingMessage.ts';
import { connectHashing } from '#node/hashing.ts';
import { connectNet, receiveBytes } from '#node/net.ts';
import { connectNetwork, receiveReply } from '#network/upstreams.ts';
import { connectProcess, ExitSignal, process } from '#node/process.ts';
import { Bridge } from '#remote/Bridge.ts';
import { describeThrown } from '#remote/wireError.ts';
import { setFrame } from '#time/asyncContext.ts';
import { startClock } from '#time/clock.ts';
import { connectTimers, fireTimer, runTicks } from '#time/timers.ts';
import { connectConsole } from '#web/console.ts';
import { prepareContext } from '#web/prepareContext.ts';
import { requireModule } from './modules.ts';
import type { SolutionHost, SolutionTurn } from './protocol.ts';
import { warmUpSolution } from './warmUp.ts';

type Exports = Record<string, unknown>;

function boot(
  host: SolutionHost,
  seed: number,
  environmentJson: string,
): (turn: SolutionTurn['op'], ...args: never[]) => string {
  startClock(host.now, seed);
  connectTimers(host);
  connectConsole(host);
  connectHttp(host);
  connectHashing(host);
  connectNet(host);
  connectNetwork(host);
  connectProcess(host, JSON.parse(environmentJson) as Record<string, string>);
  const bridge = new Bridge({ call: host.callTests, settle: host.settle });

  /** Runs one turn as Node would: the input, then its ticks; a throw that nobody catches ends the program. */
  function turn(run: () => string | void): string {
    try {
      setFrame(undefined);
      const result = run();
      runTicks();
      return result ?? '';
    } catch (error) {
      crash(error);
      return '';
    }
  }

  function crash(error: unknown): void {
    if (error instanceof ExitSignal) return;
    if (process.listenerCount('uncaughtException') > 0) process.emit('uncaughtException', error);
    else host.crash(JSON.stringify(describeThrown(error)));
  }

  const turns: {
    [Op in SolutionTurn['op']]: (...args: Extract<SolutionTurn, { op: Op }>['args']) => string;
  } = {
    /** Gives the id of the solution's exports. */
    load: (program) =>
      turn(() => {
        const { exports, evaluated } = loadProgram(program);
        if (evaluated) evaluated.then(() => host.loaded(), crash);
        else host.loaded();
        return String(bridge.export(exports));
      }),
    timer: (id) => turn(() => fireTimer(id)),
    tick: () => turn(() => {}),
    request: (id, json) => turn(() => receiveRequest(id, JSON.parse(json) as WireRequest)),
    requestPart: (id, binary) => turn(() => receiveBody(id, binary)),
    responseTaken: (id, length) => turn(() => responseTaken(id, length)),
    hangUp: (id) => turn(() => hangUp(id)),
    bytes: (connection, binary) => turn(() => receiveBytes(connection, binary)),
    upstream: (exchange, json) => turn(() => receiveReply(exchange, json)),
    files: (json) => turn(() => callFiles(json)),
    saveDisk: (maxLength) => turn(() => saveDisk(maxLength)),
    restoreDisk: (json) => turn(() => restoreDisk(json)),
    /** A synchronous call of the tests, whose throw goes back to them. */
    call: (json) => turn(() => bridge.answer(json)),
    settled: (json) => turn(() => bridge.settled(json)),
    /** A promise was rejected and nobody handled it. */
    rejected: (message) => turn(() => crash(new Error(message))),
  };
  return (op, ...args) => (turns[op] as (...given: unknown[]) => string)(...args);
}

/** Loads the bundled program: a function in the shape of a CommonJS module, async if it has top-level await. */
function loadProgram(program: string): { exports: Exports; evaluated?: Promise<void> } {
  const module = { exports: {} as Exports };
  // Indirect, so that the program sees the global scope alone.
  // oxlint-disable-next-line no-eval -- running the program is what the isolate is for
  const run = (0, eval)(program) as (
    exports: Exports,
    require: (name: string) => unknown,
    module: { exports: Exports },
  ) => Promise<void> | void;
  const evaluated = run(module.exports, requireModule, module);
  return { exports: module.exports, ...(evaluated ? { evaluated } : {}) };
}

Object.defineProperty(globalThis, '__prepare', { value: prepareContext, configurable: true });
Object.defineProperty(globalThis, '__boot', { value: boot, configurable: true });
Object.defineProperty(globalThis, '__warmUp', {
  value: () => {
    prepareContext();
    return warmUpSolution(boot);
  },
  configurable: true,
});
