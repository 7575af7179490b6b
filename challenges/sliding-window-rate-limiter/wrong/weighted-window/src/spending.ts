/**
 * Estimates the sliding window from two counters: the current calendar window,
 * and the part of the previous one that still overlaps.
 */
export class Spending {
  readonly #windowMs: number;
  #window = 0;
  #current = 0;
  #previous = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(cost: number, now: number): void {
    this.#turn(now);
    this.#current += cost;
  }

  total(now: number): number {
    this.#turn(now);
    const overlap = 1 - (now % this.#windowMs) / this.#windowMs;
    return Math.ceil(this.#previous * overlap) + this.#current;
  }

  msUntilAtMost(allowance: number, now: number): number {
    let waitMs = 0;
    while (this.#estimate(now + waitMs) > allowance) waitMs += 1;
    return waitMs;
  }

  #estimate(at: number): number {
    const passed = Math.floor(at / this.#windowMs) - this.#window;
    const overlap = 1 - (at % this.#windowMs) / this.#windowMs;
    if (passed === 0) return Math.ceil(this.#previous * overlap) + this.#current;
    return passed === 1 ? Math.ceil(this.#current * overlap) : 0;
  }

  #turn(now: number): void {
    const window = Math.floor(now / this.#windowMs);
    if (window === this.#window) return;
    this.#previous = window === this.#window + 1 ? this.#current : 0;
    this.#current = 0;
    this.#window = window;
  }
}
