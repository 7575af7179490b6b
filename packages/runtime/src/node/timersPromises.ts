/** `node:timers/promises`, on the virtual clock. */
import { promisify } from 'node:util';
import { AbortError } from 'node:internal/errors';
import {
  validateAbortSignal,
  validateBoolean,
  validateNumber,
  validateObject,
} from 'node:internal/validators';
import * as timers from '#time/timers.ts';
import { unavailable } from './unavailable.ts';

type Options = { signal?: AbortSignal; ref?: boolean };

function wait<T>(
  arm: (fire: () => void) => { unref(): unknown },
  value: T,
  options: Options = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    validateObject(options, 'options');
    const { signal, ref = true } = options;
    if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
    validateBoolean(ref, 'options.ref');
    const abort = () => reject(new AbortError(undefined, { cause: signal?.reason }));
    if (signal?.aborted) {
      abort();
      return;
    }
    const onAbort = () => {
      timers.clearTimeout(timer);
      abort();
    };
    const timer = arm(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    if (!ref) timer.unref();
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

export async function setTimeout<T>(delayMs?: number, value?: T, options?: Options) {
  if (delayMs !== undefined) validateNumber(delayMs, 'delay');
  return wait((fire) => timers.setTimeout(fire, delayMs), value, options);
}

export async function setImmediate<T>(value?: T, options?: Options) {
  return wait((fire) => timers.setImmediate(fire), value, options);
}

/** Yields `value` at each beat; beats that nobody was waiting for are made up for at once. */
export async function* setInterval<T>(delayMs?: number, value?: T, options: Options = {}) {
  const { signal } = options;
  signal?.throwIfAborted();
  let due = 0;
  let wake: () => void = () => {};
  const interval = timers.setInterval(() => {
    due += 1;
    wake();
  }, delayMs);
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      if (due === 0 && !signal?.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
      for (; due > 0; due -= 1) yield value;
    }
  } finally {
    timers.clearInterval(interval);
    signal?.removeEventListener('abort', onAbort);
  }
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

/** `util.promisify` of the callback forms gives these. */
for (const [callbackForm, promiseForm] of [
  [timers.setTimeout, setTimeout],
  [timers.setImmediate, setImmediate],
] as const) {
  Object.defineProperty(callbackForm, promisify.custom, { value: promiseForm, enumerable: true });
}
