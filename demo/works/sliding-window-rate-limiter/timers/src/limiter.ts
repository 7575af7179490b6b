import type { Decision, Limiter, LimiterOptions } from './contract.ts';

const positive = (name: string, value: number, max = Number.MAX_SAFE_INTEGER) => {
  if (!Number.isInteger(value) || value < 1 || value > max) throw new RangeError(`invalid ${name}: ${value}`);
};

/** Every allowed request gives its cost back with a timer of its own, so there is nothing to look through. */
export function createLimiter({ limit, windowMs }: LimiterOptions): Limiter {
  positive('limit', limit);
  positive('windowMs', windowMs);

  const spent = new Map<string, number>();
  const releases = new Map<string, { at: number; cost: number }[]>();
  const waiting = new Map<string, (() => boolean)[]>();

  function release(key: string, cost: number) {
    const left = (spent.get(key) ?? 0) - cost;
    if (left > 0) spent.set(key, left);
    else spent.delete(key);
    const plan = releases.get(key);
    plan?.shift();
    if (plan?.length === 0) releases.delete(key);
    const line = waiting.get(key) ?? [];
    while (line[0]?.()) line.shift();
    if (line.length === 0) waiting.delete(key);
  }

  function check(key: string, cost = 1): Decision {
    positive('cost', cost, limit);
    const used = spent.get(key) ?? 0;
    if (used + cost <= limit) {
      spent.set(key, used + cost);
      const plan = releases.get(key) ?? [];
      plan.push({ at: Date.now() + windowMs, cost });
      releases.set(key, plan);
      setTimeout(() => release(key, cost), windowMs);
      return { allowed: true, remaining: limit - used - cost, retryAfterMs: 0 };
    }
    let free = limit - used;
    const enough = releases.get(key)?.find((one) => (free += one.cost) >= cost);
    return { allowed: false, remaining: limit - used, retryAfterMs: (enough?.at ?? Date.now()) - Date.now() };
  }

  function acquire(key: string, { cost = 1, timeoutMs }: { cost?: number; timeoutMs?: number } = {}) {
    return new Promise<void>((resolve, reject) => {
      positive('cost', cost, limit);
      const line = waiting.get(key) ?? [];
      if (line.length === 0 && check(key, cost).allowed) return resolve();
      const turn = () => {
        if (!check(key, cost).allowed) return false;
        clearTimeout(giveUp);
        resolve();
        return true;
      };
      const giveUp =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              line.splice(line.indexOf(turn), 1);
              reject(new Error('timed out'));
            }, timeoutMs);
      line.push(turn);
      waiting.set(key, line);
    });
  }

  return { check, acquire, size: () => new Set([...spent.keys(), ...waiting.keys()]).size };
}
