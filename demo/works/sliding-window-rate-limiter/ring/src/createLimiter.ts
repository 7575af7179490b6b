import type { AcquireOptions, Limiter, LimiterOptions } from './contract.ts';
import { KeyWindow } from './keyWindow.ts';
import { whole } from './whole.ts';

/** Keys come and go: one is in the map only while its window or its line holds something. */
export function createLimiter({ limit, windowMs }: LimiterOptions): Limiter {
  whole('limit', limit);
  whole('windowMs', windowMs);
  const windows = new Map<string, KeyWindow>();

  const windowOf = (key: string): KeyWindow => {
    const known = windows.get(key);
    if (known) return known;
    const opened = new KeyWindow(limit, windowMs, () => windows.delete(key));
    windows.set(key, opened);
    return opened;
  };

  return {
    check(key, cost = 1) {
      whole('cost', cost, limit);
      return windowOf(key).check(cost);
    },
    async acquire(key, { cost = 1, timeoutMs }: AcquireOptions = {}) {
      whole('cost', cost, limit);
      await windowOf(key).join(cost, timeoutMs);
    },
    size: () => windows.size,
  };
}
