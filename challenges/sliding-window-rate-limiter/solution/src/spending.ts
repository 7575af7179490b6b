type Expense = { freeAt: number; cost: number };

/** What one key has spent within the window, oldest first. */
export class Spending {
  readonly #windowMs: number;
  #expenses: Expense[] = [];
  /** Expenses before this index have left the window; the array is cut only now and then. */
  #first = 0;
  #total = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(cost: number, now: number): void {
    this.#expenses.push({ freeAt: now + this.#windowMs, cost });
    this.#total += cost;
  }

  /** What counts at `now`. Each expense is dropped once, so calls are cheap on average. */
  total(now: number): number {
    for (;;) {
      const oldest = this.#expenses[this.#first];
      if (!oldest || oldest.freeAt > now) break;
      this.#total -= oldest.cost;
      this.#first += 1;
    }
    if (this.#first * 2 > this.#expenses.length) {
      this.#expenses = this.#expenses.slice(this.#first);
      this.#first = 0;
    }
    return this.#total;
  }

  /** After how many milliseconds at most `allowance` will count, when nothing is added. */
  msUntilAtMost(allowance: number, now: number): number {
    let total = this.total(now);
    for (let index = this.#first; total > allowance; index += 1) {
      const expense = this.#expenses[index];
      if (!expense) break;
      total -= expense.cost;
      if (total <= allowance) return expense.freeAt - now;
    }
    return 0;
  }
}
