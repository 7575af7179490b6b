export { createLimiter } from './createLimiter.ts';
export type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';
