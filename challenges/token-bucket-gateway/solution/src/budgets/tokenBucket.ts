import type { Plan } from '../apiKeys.ts';

const minuteMs = 60_000;

/**
 * A bucket that fills evenly. It counts in parts of a token so small that one millisecond brings a whole number
 * of them: sums stay exact, however often they are taken.
 */
export class TokenBucket {
  readonly #capacity: number;
  readonly #partsPerMs: number;
  #parts: number;
  #at: number;

  constructor({ burst, perMinute }: Plan, now: number) {
    this.#capacity = burst * minuteMs;
    this.#partsPerMs = perMinute;
    this.#parts = this.#capacity;
    this.#at = now;
  }

  /** Takes `cost` tokens; or nothing, when there are not as many. */
  take(cost: number, now: number): boolean {
    if (this.msUntil(cost, now) > 0) return false;
    this.#parts -= cost * minuteMs;
    return true;
  }

  tokens(now: number): number {
    return this.#fill(now) / minuteMs;
  }

  /** After how many ms, from now on, there will be `tokens` if nothing is taken. */
  msUntil(tokens: number, now: number): number {
    const missing = tokens * minuteMs - this.#fill(now);
    return Math.max(0, missing / this.#partsPerMs);
  }

  #fill(now: number): number {
    this.#parts = Math.min(this.#capacity, this.#parts + (now - this.#at) * this.#partsPerMs);
    this.#at = now;
    return this.#parts;
  }
}
