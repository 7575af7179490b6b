import type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';

interface Slot { time: number; cost: number }

class KeyState {
  slots: Slot[] = [];
  tail: Promise<unknown> = Promise.resolve();
  waiters = 0;
}

/** Sliding window log. Waiting requests form a chain of promises, so the order comes for free. */
export function createLimiter({ limit, windowMs }: LimiterOptions): Limiter {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit must be >= 1');
  if (!Number.isInteger(windowMs) || windowMs < 1) throw new RangeError('windowMs must be >= 1');

  const states = new Map<string, KeyState>();

  const prune = (key: string): KeyState => {
    const state = states.get(key) ?? new KeyState();
    const now = Date.now();
    while (state.slots.length > 0 && state.slots[0]!.time + windowMs <= now) state.slots.shift();
    states.set(key, state);
    return state;
  };

  const check = (key: string, cost = 1): Decision => {
    if (!Number.isInteger(cost) || cost < 1 || cost > limit) throw new RangeError(`cost must be 1..${limit}`);
    const now = Date.now();
    const { slots } = prune(key);
    const used = slots.reduce((sum, slot) => sum + slot.cost, 0);
    if (used + cost <= limit) {
      slots.push({ time: now, cost });
      return { allowed: true, remaining: limit - used - cost, retryAfterMs: 0 };
    }
    let toFree = used + cost - limit;
    let retryAfterMs = 0;
    for (const slot of slots) {
      toFree -= slot.cost;
      retryAfterMs = slot.time + windowMs - now;
      if (toFree <= 0) break;
    }
    return { allowed: false, remaining: limit - used, retryAfterMs };
  };

  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const acquire = async (key: string, { cost = 1, timeoutMs }: AcquireOptions = {}): Promise<void> => {
    if (!Number.isInteger(cost) || cost < 1 || cost > limit) throw new RangeError(`cost must be 1..${limit}`);
    const state = prune(key);
    state.waiters++;
    let cancelled = false;
    const turn = state.tail.then(async () => {
      while (!cancelled) {
        const { allowed, retryAfterMs } = check(key, cost);
        if (allowed) return;
        await sleep(retryAfterMs);
      }
    });
    state.tail = turn;
    const timeout =
      timeoutMs === undefined
        ? []
        : [
            sleep(timeoutMs).then(() => {
              cancelled = true;
              throw new Error(`acquire timed out after ${timeoutMs} ms`);
            }),
          ];
    try {
      await Promise.race([turn, ...timeout]);
    } finally {
      state.waiters--;
    }
  };

  const size = () => {
    for (const key of [...states.keys()]) {
      const { slots, waiters } = prune(key);
      if (slots.length === 0 && waiters === 0) states.delete(key);
    }
    return states.size;
  };

  return { check, acquire, size };
}
