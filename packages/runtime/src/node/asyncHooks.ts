/** `node:async_hooks`, as far as libraries need it to load. */
import { unavailable } from './unavailable.ts';

export class AsyncResource {
  runInAsyncScope<T>(run: (...args: unknown[]) => T, self?: unknown, ...args: unknown[]): T {
    return run.apply(self, args);
  }

  emitDestroy(): this {
    return this;
  }

  static bind<T>(run: T): T {
    return run;
  }
}

export default unavailable('node:async_hooks', { AsyncResource });
