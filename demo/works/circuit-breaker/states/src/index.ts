export type { BreakerState, RateAnswer, Rates } from './contract.ts';
export { createRates } from './createRates.ts';
