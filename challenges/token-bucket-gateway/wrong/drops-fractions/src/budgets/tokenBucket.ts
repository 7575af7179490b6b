import type { Plan } from '../apiKeys.ts';

const minuteMs = 60_000;

export class TokenBucket {
  readonly #plan: Plan;
  #tokens: number;
  #at: number;

  constructor(plan: Plan, now: number) {
    this.#plan = plan;
    this.#tokens = plan.burst;
    this.#at = now;
  }

  take(cost: number, now: number): boolean {
    if (this.tokens(now) < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  tokens(now: number): number {
    const { burst, perMinute } = this.#plan;
    const arrived = Math.floor(((now - this.#at) * perMinute) / minuteMs);
    this.#tokens = Math.min(burst, this.#tokens + arrived);
    this.#at = now;
    return this.#tokens;
  }

  msUntil(tokens: number, now: number): number {
    return Math.max(0, ((tokens - this.tokens(now)) * minuteMs) / this.#plan.perMinute);
  }
}
