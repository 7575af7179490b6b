export { queueMicrotask } from '#time/queueMicrotask.ts';
export { nextTick } from '#time/timers.ts';
