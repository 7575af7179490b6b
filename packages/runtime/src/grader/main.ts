/** Entry of the grader isolate's snapshot: Jest's API over tests that the candidate's code cannot reach. */
import '#web/globals.ts';
import '#web/moreGlobals.ts';
import '#web/console.ts';
import '#node/process.ts';
import { expect } from './expect.ts';
import { Bridge } from '#remote/Bridge.ts';
import { guardTests } from '#remote/guardTests.ts';
import { describeThrown } from '#remote/wireError.ts';
import { startClock } from '#time/clock.ts';
import { connectTimers, fireTimer, runTicks } from '#time/timers.ts';
import { prepareContext } from '#web/prepareContext.ts';
import { attach } from './attachment.ts';
import { createJestObject } from './jestObject.ts';
import type { GraderFile, GraderHost, GraderTurn } from './protocol.ts';
import { abortTest, failTest, runTests } from './runTests.ts';
import { createNamespace } from './createNamespace.ts';
import { collectTests } from './testTree.ts';
import { warmUpGrader } from './warmUp.ts';
import { createWorld } from '#world/createWorld.ts';
import { toGrowAtMost } from '#world/growthOrder.ts';
import { TestScope } from '#world/TestScope.ts';

function boot(host: GraderHost, seed: number): (op: GraderTurn['op'], ...args: never[]) => string {
  startClock(host.now, seed);
  connectTimers(host);
  let solutionId = 0;
  let bridge = createBridge(solutionId);
  const scope = new TestScope(failTest);
  const { world, exchanges, upstreams } = createWorld(host, scope);

  function createBridge(id: number): Bridge {
    const call = (json: string) => {
      if (host.solutionId() !== id)
        throw new ReferenceError('This belongs to a solution that has stopped.');
      return host.callSolution(json);
    };
    return new Bridge({ call, settle: host.settle }, guardTests(failTest));
  }

  /** The solution's exports; after a restart, those of the fresh one. */
  function solution(): object {
    const id = host.solutionId();
    if (id !== solutionId) {
      bridge.abandon(solutionLost);
      bridge = createBridge(id);
      solutionId = id;
    }
    return bridge.import(solutionExports, 'object', 'solution');
  }

  const requireForTests = (name: string): unknown => {
    if (name === 'solution') return createNamespace(solution);
    if (name === 'world') return world;
    // For programs of our own; the bundler lets no author's test import it.
    if (name === 'assay:attach') return { attach };
    if (name === '@jest/globals') return { ...jestGlobals, expect };
    throw new Error(`Test files may import 'solution' and 'world'; this one imports '${name}'.`);
  };
  const jestGlobals: Record<string, unknown> = { jest: createJestObject(host) };
  Object.assign(globalThis, { expect, jest: jestGlobals['jest'] });

  async function run(files: GraderFile[], only: string[] | null): Promise<void> {
    const collected = files.map(({ suite, program }) => ({
      suite,
      root: collectTests((globals) => {
        Object.assign(jestGlobals, globals);
        Object.assign(globalThis, globals);
        const module = { exports: {} };
        // oxlint-disable-next-line no-eval -- running the tests is what the isolate is for
        const load = (0, eval)(program) as (
          exports: object,
          require: (name: string) => unknown,
          module: object,
        ) => void;
        load(module.exports, requireForTests, module);
      }),
    }));
    await runTests(collected, host, { scope, ...(only ? { only } : {}) });
  }

  /** What is thrown here came of something that the solution sent, or of a timer of the test's. */
  function turn(take: () => string | void): string {
    try {
      const result = take();
      runTicks();
      return result ?? '';
    } catch (error) {
      failTest(error);
      return '';
    }
  }

  const turns: {
    [Op in GraderTurn['op']]: (...args: Extract<GraderTurn, { op: Op }>['args']) => string;
  } = {
    run: (json, only = 'null') =>
      turn(() => {
        run(JSON.parse(json) as GraderFile[], JSON.parse(only) as string[] | null).then(
          () => host.finished(''),
          (error: unknown) => {
            const { name, message, stack } = describeThrown(error);
            host.finished(stack || `${name}: ${message}`);
          },
        );
      }),
    timer: (id) => turn(() => fireTimer(id)),
    tick: () => turn(() => {}),
    response: (id, json) => turn(() => exchanges.end(id, json)),
    responsePart: (id, json) => turn(() => exchanges.part(id, json)),
    requestWanted: (id) => turn(() => exchanges.wanted(id)),
    upstream: (exchange, json) => turn(() => upstreams.receive(exchange, json)),
    upstreamAbandoned: (exchange) => turn(() => upstreams.abandon(exchange)),
    call: (json) => turn(() => bridge.answer(json)),
    settled: (json) => turn(() => bridge.settled(json)),
    solutionStopped: () =>
      turn(() => {
        if (host.solutionId() !== solutionId) bridge.abandon(solutionLost);
      }),
    abort: (message, status) => turn(() => abortTest(message, status)),
  };
  return (op, ...args) => (turns[op] as (...given: unknown[]) => string)(...args);
}

expect.extend({ toGrowAtMost });

/** What a call of a solution's that dies before it has ended is rejected with. */
const solutionLost = 'The connection was lost: the solution stopped';

/** Every solution exports its module under its first id. */
const solutionExports = 1;

Object.defineProperty(globalThis, '__prepare', { value: prepareContext, configurable: true });
Object.defineProperty(globalThis, '__boot', { value: boot, configurable: true });
Object.defineProperty(globalThis, '__warmUp', {
  value: () => {
    prepareContext();
    return warmUpGrader(boot);
  },
  configurable: true,
});
