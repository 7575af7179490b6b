export { createLimiter } from './limiter.ts';
export type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';
