/** Preloaded for the node:test baseline: Jest's globals over node:test, and what tests import by name. */
import { registerHooks } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Clock, install } from '@sinonjs/fake-timers';
import { expect } from 'expect';
import { fn } from 'jest-mock';

const [, , , solution = '', world = ''] = process.argv;
const modules: Record<string, string> = {
  solution: pathToFileURL(solution).href,
  world: pathToFileURL(world).href,
};

registerHooks({
  resolve: (specifier, context, next) => {
    const url = modules[specifier];
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
  },
});

let clock: Clock | undefined;

const jest = {
  fn,
  useFakeTimers() {
    clock?.uninstall();
    clock = install({
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    });
  },
  advanceTimersByTime: (ms: number) => clock?.tick(ms),
  advanceTimersByTimeAsync: (ms: number) => clock?.tickAsync(ms),
};

Object.assign(globalThis, {
  describe,
  it,
  test: it,
  beforeAll: before,
  beforeEach,
  afterEach,
  afterAll: after,
  expect,
  jest,
});
