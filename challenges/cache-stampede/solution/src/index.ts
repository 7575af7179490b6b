import { AnswerCache } from './answerCache.ts';
import type { Cache, CacheOptions } from './contract.ts';
import { requireWhole } from './requireWhole.ts';

export type { Cache, CacheOptions } from './contract.ts';

/** @throws {RangeError} naming the option that makes no sense. */
export function createCache<Value>(options: CacheOptions<Value>): Cache<Value> {
  const { load, freshMs, staleMs = 0, retryMs = 1000, maxEntries = 1000 } = options;
  requireWhole('freshMs', freshMs, 1);
  requireWhole('staleMs', staleMs, 0);
  requireWhole('retryMs', retryMs, 1);
  requireWhole('maxEntries', maxEntries, 1);
  return new AnswerCache({ load, freshMs, staleMs, retryMs, maxEntries });
}
