/** `jest`, as far as tests of a solution need it. Time is always virtual, so fake timers are always on. */
import { fn, mocked, replaceProperty, spyOn } from 'jest-mock';
import { advanceClock } from './advanceClock.ts';
import type { GraderHost } from './protocol.ts';

export function createJestObject(host: GraderHost) {
  const jest = {
    fn,
    mocked,
    replaceProperty,
    spyOn,
    useFakeTimers: () => jest,
    useRealTimers: () => jest,
    setTimeout: () => jest,
    now: () => host.now(),
    advanceTimersByTime: (ms: number) => host.advance(ms),
    advanceTimersByTimeAsync: (ms: number) => advanceClock(host, ms),
  };
  return jest;
}
