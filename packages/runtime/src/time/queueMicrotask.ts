import { validateFunction } from 'node:internal/validators';
import { currentFrame, runInFrame } from './asyncContext.ts';
import { nextTick } from './timers.ts';

const settled = Promise.resolve();

/** Runs `callback` with the microtasks; what it throws is an uncaught error, not a rejection. */
export function queueMicrotask(callback: () => void): void {
  validateFunction(callback, 'callback');
  const frame = currentFrame();
  void settled.then(() => {
    try {
      runInFrame(frame, callback);
    } catch (error) {
      nextTick(() => {
        throw error;
      });
    }
  });
}
