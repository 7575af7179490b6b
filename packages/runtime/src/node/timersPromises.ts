/** `node:timers/promises`, on the virtual clock. */
import * as timers from '#time/timers.ts';
import { unavailable } from './unavailable.ts';

type Options = { signal?: AbortSignal };

function wait<T>(arm: (fire: () => void) => unknown, value: T, { signal }: Options): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () =>
      reject(
        Object.assign(new Error('The operation was aborted'), {
          name: 'AbortError',
          code: 'ABORT_ERR',
        }),
      );
    if (signal?.aborted) {
      abort();
      return;
    }
    const timer = arm(() => resolve(value));
    signal?.addEventListener('abort', () => {
      timers.clearTimeout(timer);
      abort();
    });
  });
}

export const setTimeout = <T>(delayMs?: number, value?: T, options: Options = {}) =>
  wait((fire) => timers.setTimeout(fire, delayMs), value, options);

export const setImmediate = <T>(value?: T, options: Options = {}) =>
  wait((fire) => timers.setImmediate(fire), value, options);

export async function* setInterval<T>(delayMs?: number, value?: T): AsyncGenerator<T | undefined> {
  for (;;) yield await setTimeout(delayMs, value);
}

export const scheduler = {
  wait: (delayMs: number, options?: Options) => setTimeout(delayMs, undefined, options),
  yield: () => setImmediate(),
};

export default unavailable('node:timers/promises', {
  scheduler,
  setImmediate,
  setInterval,
  setTimeout,
});
