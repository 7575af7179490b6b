import type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';
import { requireWhole } from './requireWhole.ts';
import { Spending } from './spending.ts';
import { WaitingLine } from './waitingLine.ts';

type Account = { spending: Spending; line: WaitingLine };

export class SlidingWindowLimiter implements Limiter {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #accounts = new Map<string, Account>();

  constructor({ limit, windowMs }: LimiterOptions) {
    requireWhole('limit', limit);
    requireWhole('windowMs', windowMs);
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  check(key: string, cost = 1): Decision {
    requireWhole('cost', cost, this.#limit);
    const account = this.#account(key);
    const retryAfterMs = this.#spend(account, cost);
    return {
      allowed: retryAfterMs === 0,
      remaining: this.#limit - account.spending.total(Date.now()),
      retryAfterMs,
    };
  }

  async acquire(key: string, { cost = 1, timeoutMs }: AcquireOptions = {}): Promise<void> {
    requireWhole('cost', cost, this.#limit);
    const account = this.#account(key);
    await account.line.join(() => this.#spend(account, cost), timeoutMs);
  }

  size(): number {
    return this.#accounts.size;
  }

  /** Spends `cost` and returns 0, or spends nothing and returns the milliseconds until there is room. */
  #spend(account: Account, cost: number): number {
    const now = Date.now();
    const waitMs = account.spending.msUntilAtMost(this.#limit - cost, now);
    if (waitMs > 0) return waitMs;
    account.spending.add(cost, now);
    return 0;
  }

  #account(key: string): Account {
    const account = this.#accounts.get(key) ?? {
      spending: new Spending(this.#windowMs),
      line: new WaitingLine(),
    };
    this.#accounts.set(key, account);
    return account;
  }
}
