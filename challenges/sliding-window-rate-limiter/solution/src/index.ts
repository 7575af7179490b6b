import type { Limiter, LimiterOptions } from './contract.ts';
import { SlidingWindowLimiter } from './slidingWindowLimiter.ts';

export type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';

/** Throws a RangeError that names the option when `limit` or `windowMs` is not a whole number of at least 1. */
export function createLimiter(options: LimiterOptions): Limiter {
  return new SlidingWindowLimiter(options);
}
