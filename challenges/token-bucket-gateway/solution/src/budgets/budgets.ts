import { type Plan, planOf } from '../apiKeys.ts';
import { TokenBucket } from './tokenBucket.ts';

export type Budget = { plan: Plan; bucket: TokenBucket };

/** The bucket of each key that was seen. Keys that nobody gave out leave no trace. */
export class Budgets {
  readonly #budgets = new Map<string, Budget>();

  find(apiKey: string): Budget | undefined {
    return this.#budgets.get(apiKey) ?? this.#open(apiKey);
  }

  #open(apiKey: string): Budget | undefined {
    const plan = planOf(apiKey);
    if (!plan) return undefined;
    const budget = { plan, bucket: new TokenBucket(plan, Date.now()) };
    this.#budgets.set(apiKey, budget);
    return budget;
  }
}
