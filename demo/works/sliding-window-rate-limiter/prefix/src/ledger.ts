/**
 * Sums of what was spent so far, with their times. What counts at a moment is the difference of two sums, and both are
 * found by halving: a busy key with thousands of entries is looked at a dozen times.
 */
export class Ledger {
  readonly #windowMs: number;
  #times: number[] = [];
  #sums: number[] = [];
  /** Of what was thrown away. */
  #before = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(cost: number, now: number): void {
    this.#forget(now);
    this.#times.push(now);
    this.#sums.push((this.#sums.at(-1) ?? this.#before) + cost);
  }

  spent(now: number): number {
    const gone = this.#firstAfter(this.#times, now - this.#windowMs);
    return (this.#sums.at(-1) ?? this.#before) - (this.#sums[gone - 1] ?? this.#before);
  }

  /** After how many milliseconds there is room for `cost`; 0 when there is. */
  roomIn(limit: number, cost: number, now: number): number {
    if (this.spent(now) + cost <= limit) return 0;
    const has = (this.#sums.at(-1) ?? this.#before) + cost - limit;
    const index = this.#firstAfter(this.#sums, has - 1);
    return (this.#times[index] ?? now) + this.#windowMs - now;
  }

  emptyIn(now: number): number {
    return (this.#times.at(-1) ?? now - this.#windowMs) + this.#windowMs - now;
  }

  #forget(now: number): void {
    const gone = this.#firstAfter(this.#times, now - this.#windowMs);
    if (gone < 32 || gone * 2 < this.#times.length) return;
    this.#before = this.#sums[gone - 1] ?? this.#before;
    this.#times = this.#times.slice(gone);
    this.#sums = this.#sums.slice(gone);
  }

  #firstAfter(rising: number[], value: number): number {
    let [low, high] = [0, rising.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rising[middle] ?? Infinity) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
