import { type Plan, planOf } from '../apiKeys.ts';
import { TokenBucket } from './tokenBucket.ts';

export type Budget = { plan: Plan; bucket: TokenBucket };

/** The bucket of each key that was seen. Keys that nobody gave out leave no trace. */
export class Budgets {
  readonly #budgets = new Map<string, Budget>();

  find(apiKey: string, client: string): Budget | undefined {
    const id = `${client} ${apiKey}`;
    return this.#budgets.get(id) ?? this.#open(apiKey, id);
  }

  #open(apiKey: string, id: string): Budget | undefined {
    const plan = planOf(apiKey);
    if (!plan) return undefined;
    const budget = { plan, bucket: new TokenBucket(plan, Date.now()) };
    this.#budgets.set(id, budget);
    return budget;
  }
}
