import type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';

type Entry = { at: number; cost: number };

/** Throws RangeError unless value is a whole number in [1, max] */
function validate(name: string, value: number, max = Infinity): void {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new RangeError(`Expected ${name} to be an integer between 1 and ${max}, got ${value}`);
  }
}

export function createLimiter({ limit, windowMs }: LimiterOptions): Limiter {
  validate('limit', limit);
  validate('windowMs', windowMs);
  const entries = new Map<string, Entry[]>();

  function liveEntries(key: string): Entry[] {
    const cutoff = Date.now() - windowMs;
    const live = (entries.get(key) ?? []).filter((entry) => entry.at > cutoff);
    if (live.length > 0) entries.set(key, live);
    else entries.delete(key);
    return live;
  }

  function check(key: string, cost = 1): Decision {
    validate('cost', cost, limit);
    const live = liveEntries(key);
    const spent = live.reduce((total, entry) => total + entry.cost, 0);
    if (spent + cost <= limit) {
      entries.set(key, [...live, { at: Date.now(), cost }]);
      return { allowed: true, remaining: limit - spent - cost, retryAfterMs: 0 };
    }
    let freed = 0;
    for (const entry of live) {
      freed += entry.cost;
      if (spent - freed + cost <= limit) {
        return { allowed: false, remaining: limit - spent, retryAfterMs: entry.at + windowMs - Date.now() };
      }
    }
    throw new Error('unreachable');
  }

  async function acquire(key: string, { cost = 1, timeoutMs }: AcquireOptions = {}): Promise<void> {
    // Ran out of time here. The idea: a queue per key, a timer for its head, started by whoever comes first.
    if (!check(key, cost).allowed) throw new Error(`not waiting yet (timeoutMs: ${timeoutMs})`);
  }

  function size(): number {
    for (const key of entries.keys()) liveEntries(key);
    return entries.size;
  }

  return { check, acquire, size };
}
