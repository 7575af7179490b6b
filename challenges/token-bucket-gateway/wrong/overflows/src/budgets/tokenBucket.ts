import type { Plan } from '../apiKeys.ts';

const minuteMs = 60_000;

export class TokenBucket {
  readonly #plan: Plan;
  #parts: number;
  #at: number;

  constructor(plan: Plan, now: number) {
    this.#plan = plan;
    this.#parts = plan.burst * minuteMs;
    this.#at = now;
  }

  take(cost: number, now: number): boolean {
    if (this.tokens(now) < cost) return false;
    this.#parts -= cost * minuteMs;
    return true;
  }

  tokens(now: number): number {
    this.#parts += (now - this.#at) * this.#plan.perMinute;
    this.#at = now;
    return this.#parts / minuteMs;
  }

  msUntil(tokens: number, now: number): number {
    return Math.max(0, ((tokens - this.tokens(now)) * minuteMs) / this.#plan.perMinute);
  }
}
