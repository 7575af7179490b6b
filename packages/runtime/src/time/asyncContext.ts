/**
 * The asynchronous context of the code that runs: what `AsyncLocalStorage` reads. Timers and ticks carry it
 * on; promises do once `followPromises` was called, which only programs with `node:async_hooks` pay for.
 */
let frame: unknown;

export const currentFrame = (): unknown => frame;

export function setFrame(next: unknown): void {
  frame = next;
}

/** Runs `callback` in `given`, and goes back to the context before. */
export function runInFrame<T>(given: unknown, callback: () => T): T {
  const prior = frame;
  frame = given;
  try {
    return callback();
  } finally {
    frame = prior;
  }
}
