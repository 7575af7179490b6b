/** Counts what one key spends in the current calendar window. */
export class Spending {
  readonly #windowMs: number;
  #window = -1;
  #spent = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(cost: number, now: number): void {
    this.#spent = this.total(now) + cost;
    this.#window = Math.floor(now / this.#windowMs);
  }

  total(now: number): number {
    return this.#window === Math.floor(now / this.#windowMs) ? this.#spent : 0;
  }

  msUntilAtMost(allowance: number, now: number): number {
    return this.total(now) <= allowance ? 0 : this.#windowMs - (now % this.#windowMs);
  }
}
