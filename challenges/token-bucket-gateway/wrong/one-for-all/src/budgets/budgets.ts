import { type Plan, planOf } from '../apiKeys.ts';
import { TokenBucket } from './tokenBucket.ts';

export type Budget = { plan: Plan; bucket: TokenBucket };

/** A bucket for each plan. */
export class Budgets {
  readonly #buckets = new Map<Plan, TokenBucket>();

  find(apiKey: string): Budget | undefined {
    const plan = planOf(apiKey);
    if (!plan) return undefined;
    const bucket = this.#buckets.get(plan) ?? new TokenBucket(plan, Date.now());
    this.#buckets.set(plan, bucket);
    return { plan, bucket };
  }
}
