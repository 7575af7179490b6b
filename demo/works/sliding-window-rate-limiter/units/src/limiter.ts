import type { Limiter, LimiterOptions } from './contract.ts';

// every unit of cost is one timestamp in the list of the key
const stamps: Record<string, number[]> = {};
const chains: Record<string, Promise<void>> = {};

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createLimiter({ limit, windowMs }: LimiterOptions): Limiter {
  if (!(limit >= 1)) throw new RangeError('limit');
  if (!(windowMs >= 1)) throw new RangeError('windowMs');

  const limiter: Limiter = {
    check(key, cost = 1) {
      if (!(cost >= 1 && cost <= limit)) throw new RangeError('cost');
      const now = Date.now();
      const list = (stamps[key] ?? []).filter((stamp) => now - stamp < windowMs);
      stamps[key] = list;
      if (list.length + cost > limit) {
        const blocking = list[list.length + cost - limit - 1] ?? now;
        return {
          allowed: false,
          remaining: limit - list.length,
          retryAfterMs: blocking + windowMs - now,
        };
      }
      for (let i = 0; i < cost; i++) list.push(now);
      return { allowed: true, remaining: limit - list.length, retryAfterMs: 0 };
    },

    async acquire(key, { cost = 1, timeoutMs } = {}) {
      const before = chains[key] ?? Promise.resolve();
      const turn = before.then(async () => {
        const until = timeoutMs === undefined ? Infinity : Date.now() + timeoutMs;
        for (;;) {
          const { allowed, retryAfterMs } = limiter.check(key, cost);
          if (allowed) return;
          if (Date.now() + retryAfterMs > until) throw new Error('timed out');
          await sleep(retryAfterMs);
        }
      });
      chains[key] = turn.catch(() => {});
      return turn;
    },

    size() {
      for (const key of Object.keys(stamps)) {
        if (stamps[key]?.every((stamp) => Date.now() - stamp >= windowMs)) delete stamps[key];
      }
      return Object.keys(stamps).length;
    },
  };
  return limiter;
}
