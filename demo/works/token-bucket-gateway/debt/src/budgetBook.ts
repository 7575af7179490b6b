import { type Plan, planOf } from './apiKeys.ts';

/**
 * Instead of a level that has to be filled up, it remembers the moment at which the bucket will be full again.
 * A payment moves that moment into the future; nothing has to happen while nobody asks.
 */
export class Budget {
  readonly plan: Plan;
  #fullAt = 0;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  get #msPerToken(): number {
    return 60_000 / this.plan.perMinute;
  }

  msUntilFull(): number {
    return Math.max(0, this.#fullAt - Date.now());
  }

  available(): number {
    return this.plan.burst - this.msUntilFull() / this.#msPerToken;
  }

  /** 0 when that much is there. */
  msUntil(cost: number): number {
    const mayOwe = (this.plan.burst - cost) * this.#msPerToken;
    return Math.max(0, this.msUntilFull() - mayOwe);
  }

  pay(cost: number): boolean {
    if (this.msUntil(cost) > 0) return false;
    this.#fullAt = Date.now() + this.msUntilFull() + cost * this.#msPerToken;
    return true;
  }
}

export class BudgetBook {
  readonly #budgets = new Map<string, Budget>();

  of(apiKey: string): Budget | undefined {
    const plan = planOf(apiKey);
    if (plan === undefined) return undefined;
    const budget = this.#budgets.get(apiKey) ?? new Budget(plan);
    this.#budgets.set(apiKey, budget);
    return budget;
  }
}
