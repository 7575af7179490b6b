import type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';

// As one would do it with a sorted set in Redis: score = time, member = cost.
type Entry = { score: number; cost: number };

export function createLimiter(options: LimiterOptions): Limiter {
  for (const name of ['limit', 'windowMs'] as const) {
    if (!Number.isInteger(options[name]) || options[name] <= 0) {
      throw new RangeError(`${name} must be a positive integer`);
    }
  }
  const { limit, windowMs } = options;
  const sets: { [key: string]: Entry[] } = {};

  function zremrangebyscore(key: string, max: number) {
    if (!sets[key]) sets[key] = [];
    sets[key] = sets[key].filter((e) => e.score > max);
  }

  function zsum(key: string) {
    let sum = 0;
    for (const e of sets[key]!) sum += e.cost;
    return sum;
  }

  function check(key: string, cost = 1): Decision {
    if (!Number.isInteger(cost) || cost <= 0 || cost > limit) throw new RangeError('cost must be between 1 and limit');
    const now = Date.now();
    zremrangebyscore(key, now - windowMs);
    const used = zsum(key);
    if (used + cost > limit) {
      let free = limit - used;
      for (const e of sets[key]!) {
        free += e.cost;
        if (free >= cost) {
          return { allowed: false, remaining: limit - used, retryAfterMs: e.score + windowMs - now };
        }
      }
    }
    sets[key]!.push({ score: now, cost });
    return { allowed: true, remaining: limit - used - cost, retryAfterMs: 0 };
  }

  async function acquire(key: string, opts: AcquireOptions = {}) {
    const start = Date.now();
    while (true) {
      const d = check(key, opts.cost);
      if (d.allowed) return;
      if (opts.timeoutMs !== undefined && Date.now() - start + d.retryAfterMs > opts.timeoutMs) {
        await new Promise((r) => setTimeout(r, opts.timeoutMs! - (Date.now() - start)));
        throw new Error(`timed out after ${opts.timeoutMs}`);
      }
      await new Promise((r) => setTimeout(r, d.retryAfterMs));
    }
  }

  function size() {
    const now = Date.now();
    for (const key in sets) {
      zremrangebyscore(key, now - windowMs);
      if (sets[key]!.length === 0) delete sets[key];
    }
    return Object.keys(sets).length;
  }

  return { check, acquire, size };
}
