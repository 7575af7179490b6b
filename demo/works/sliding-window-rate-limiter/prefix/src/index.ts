import type { AcquireOptions, Limiter, LimiterOptions } from './contract.ts';
import { Account } from './account.ts';

export type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';

function integer(name: string, value: number, max: number) {
  if (Number.isInteger(value) && 1 <= value && value <= max) return;
  throw new RangeError(`${name} has to be a whole number between 1 and ${max}`);
}

export function createLimiter({ limit, windowMs }: LimiterOptions): Limiter {
  integer('limit', limit, Number.MAX_SAFE_INTEGER);
  integer('windowMs', windowMs, Number.MAX_SAFE_INTEGER);
  const accounts = new Map<string, Account>();

  function account(key: string): Account {
    let found = accounts.get(key);
    if (found === undefined) {
      found = new Account(limit, windowMs, () => accounts.delete(key));
      accounts.set(key, found);
    }
    return found;
  }

  return {
    check(key, cost = 1) {
      integer('cost', cost, limit);
      return account(key).check(cost);
    },
    async acquire(key, { cost = 1, timeoutMs }: AcquireOptions = {}) {
      integer('cost', cost, limit);
      return account(key).acquire(cost, timeoutMs);
    },
    size: () => accounts.size,
  };
}
