import type { AcquireOptions, Decision, Limiter, LimiterOptions } from './contract.ts';
import { requireWhole } from './requireWhole.ts';
import { Spending } from './spending.ts';
import { WaitingLine } from './waitingLine.ts';

type Account = { spending: Spending; line: WaitingLine };

export class SlidingWindowLimiter implements Limiter {
  readonly #limit: number;
  readonly #windowMs: number;
  /** By key, the one that spent longest ago first, so that only the front can be out of date. */
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
    const retryAfterMs = this.#spend(key, account, cost);
    return {
      allowed: retryAfterMs === 0,
      remaining: Math.max(0, this.#limit - account.spending.total(Date.now())),
      retryAfterMs,
    };
  }

  async acquire(key: string, { cost = 1, timeoutMs }: AcquireOptions = {}): Promise<void> {
    requireWhole('cost', cost, this.#limit);
    const account = this.#account(key);
    await account.line.join(() => this.#spend(key, account, cost), timeoutMs);
  }

  size(): number {
    this.#forgetIdle();
    return this.#accounts.size;
  }

  /** Spends `cost`; returns 0 when there was room, else the milliseconds until there is. */
  #spend(key: string, account: Account, cost: number): number {
    const now = Date.now();
    const waitMs = account.spending.msUntilAtMost(this.#limit - cost, now);
    account.spending.add(cost, now);
    if (waitMs > 0) return waitMs;
    this.#accounts.delete(key);
    this.#accounts.set(key, account);
    return 0;
  }

  #account(key: string): Account {
    this.#forgetIdle();
    const account = this.#accounts.get(key) ?? {
      spending: new Spending(this.#windowMs),
      line: new WaitingLine(),
    };
    this.#accounts.set(key, account);
    return account;
  }

  /** Each account is passed over once for each time that it spends, so calls are cheap on average. */
  #forgetIdle(): void {
    const now = Date.now();
    for (const [key, { spending, line }] of this.#accounts) {
      if (spending.total(now) > 0 || !line.empty) return;
      this.#accounts.delete(key);
    }
  }
}
