import type { Plan } from '../apiKeys.ts';

const minuteMs = 60_000;

/** So many requests each minute. */
export class TokenBucket {
  readonly #plan: Plan;
  #left: number;
  #window: number;

  constructor(plan: Plan, now: number) {
    this.#plan = plan;
    this.#left = plan.burst;
    this.#window = now;
  }

  take(cost: number, now: number): boolean {
    if (this.tokens(now) < cost) return false;
    this.#left -= cost;
    return true;
  }

  tokens(now: number): number {
    if (now - this.#window >= minuteMs) {
      this.#window = now;
      this.#left = this.#plan.burst;
    }
    return this.#left;
  }

  msUntil(tokens: number, now: number): number {
    return this.tokens(now) >= tokens ? 0 : this.#window + minuteMs - now;
  }
}
