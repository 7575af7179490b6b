import type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';

interface Counter {
  windowStart: number;
  current: number;
  previous: number;
}

/**
 * Sliding window as two counters: the previous window counts in proportion to how much of it is still visible.
 * Constant memory for each key, whatever the limit is.
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const { limit, windowMs } = options;
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit is wrong');
  if (!Number.isInteger(windowMs) || windowMs < 1) throw new RangeError('windowMs is wrong');

  const counters: Map<string, Counter> = new Map();

  const roll = (key: string, now: number): Counter => {
    let counter = counters.get(key);
    const windowStart = Math.floor(now / windowMs) * windowMs;
    if (!counter) {
      counter = { windowStart, current: 0, previous: 0 };
      counters.set(key, counter);
    }
    if (counter.windowStart !== windowStart) {
      const next = counter.windowStart + windowMs === windowStart;
      counter.previous = next ? counter.current : 0;
      counter.current = 0;
      counter.windowStart = windowStart;
    }
    return counter;
  };

  const estimate = (counter: Counter, now: number): number => {
    const seen = (now - counter.windowStart) / windowMs;
    return counter.current + counter.previous * (1 - seen);
  };

  const check = (key: string, cost: number = 1): Decision => {
    if (!Number.isInteger(cost) || cost < 1 || cost > limit) throw new RangeError('cost is wrong');
    const now = Date.now();
    const counter = roll(key, now);
    const used = estimate(counter, now);
    if (used + cost > limit) {
      const over = used + cost - limit;
      const perMs = counter.previous / windowMs;
      const wait = perMs > 0 ? Math.ceil(over / perMs) : counter.windowStart + windowMs - now;
      return { allowed: false, remaining: Math.floor(limit - used), retryAfterMs: wait };
    }
    counter.current += cost;
    return { allowed: true, remaining: Math.floor(limit - used - cost), retryAfterMs: 0 };
  };

  const acquire = async (key: string, { cost = 1, timeoutMs }: AcquireOptions = {}) => {
    const startedAt = Date.now();
    for (;;) {
      const decision = check(key, cost);
      if (decision.allowed) return;
      const waited = Date.now() - startedAt;
      if (timeoutMs !== undefined && waited + decision.retryAfterMs > timeoutMs) {
        await new Promise((resolve) => setTimeout(resolve, timeoutMs - waited));
        throw new Error('timed out');
      }
      await new Promise((resolve) => setTimeout(resolve, decision.retryAfterMs));
    }
  };

  return { check, acquire, size: () => counters.size };
}
