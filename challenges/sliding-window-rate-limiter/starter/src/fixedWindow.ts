/** Counts what one key spends in the current calendar window. */
export class FixedWindow {
  readonly #windowMs: number;
  #window = -1;
  #spent = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  spentAt(now: number): number {
    return this.#window === Math.floor(now / this.#windowMs) ? this.#spent : 0;
  }

  spend(now: number, cost: number): void {
    this.#spent = this.spentAt(now) + cost;
    this.#window = Math.floor(now / this.#windowMs);
  }
}
