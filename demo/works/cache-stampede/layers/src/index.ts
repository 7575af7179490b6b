export type { Cache, CacheOptions } from './contract.ts';
export { createCache } from './staleCache.ts';
