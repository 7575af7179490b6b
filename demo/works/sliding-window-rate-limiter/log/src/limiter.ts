import type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';

type Hit = { at: number; cost: number };
type Waiter = { cost: number; go: () => void; timer?: NodeJS.Timeout };

function assertPositive(name: string, value: number, max = Infinity) {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new RangeError(`${name} must be a whole number of at least 1`);
  }
}

export function createLimiter({ limit, windowMs }: LimiterOptions): Limiter {
  assertPositive('limit', limit);
  assertPositive('windowMs', windowMs);

  const hits = new Map<string, Hit[]>();
  const queues = new Map<string, Waiter[]>();

  // Drops everything that has left the window and returns what is still inside.
  function inside(key: string): Hit[] {
    const now = Date.now();
    const kept = (hits.get(key) ?? []).filter((hit) => hit.at + windowMs > now);
    if (kept.length === 0) hits.delete(key);
    else hits.set(key, kept);
    return kept;
  }

  const sum = (list: Hit[]) => list.reduce((total, hit) => total + hit.cost, 0);

  function check(key: string, cost = 1): Decision {
    assertPositive('cost', cost, limit);
    const list = inside(key);
    const used = sum(list);
    if (used + cost <= limit) {
      list.push({ at: Date.now(), cost });
      hits.set(key, list);
      forgetLater(key);
      return { allowed: true, remaining: limit - used - cost, retryAfterMs: 0 };
    }
    let missing = used + cost - limit;
    let retryAfterMs = 0;
    for (const hit of list) {
      missing -= hit.cost;
      if (missing <= 0) {
        retryAfterMs = hit.at + windowMs - Date.now();
        break;
      }
    }
    return { allowed: false, remaining: limit - used, retryAfterMs };
  }

  function forgetLater(key: string) {
    setTimeout(() => inside(key), windowMs);
  }

  function serve(key: string) {
    const queue = queues.get(key);
    const first = queue?.[0];
    if (!queue || !first) {
      queues.delete(key);
      return;
    }
    const decision = check(key, first.cost);
    if (decision.allowed) {
      queue.shift();
      clearTimeout(first.timer);
      first.go();
      serve(key);
    } else {
      setTimeout(() => serve(key), decision.retryAfterMs);
    }
  }

  async function acquire(key: string, { cost = 1, timeoutMs }: AcquireOptions = {}): Promise<void> {
    assertPositive('cost', cost, limit);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { cost, go: resolve };
      const queue = queues.get(key) ?? [];
      queues.set(key, queue);
      queue.push(waiter);
      if (timeoutMs !== undefined) {
        waiter.timer = setTimeout(() => {
          queue.splice(queue.indexOf(waiter), 1);
          reject(new Error(`acquire timed out after ${timeoutMs} ms`));
          serve(key);
        }, timeoutMs);
      }
      if (queue.length === 1) serve(key);
    });
  }

  function size(): number {
    return new Set([...hits.keys(), ...queues.keys()]).size;
  }

  return { check, acquire, size };
}
