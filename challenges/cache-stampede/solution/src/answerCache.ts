import type { Cache, CacheOptions } from './contract.ts';
import { Loads } from './loads.ts';
import { RecentlyUsed } from './recentlyUsed.ts';

type Answer<Value> = {
  value: Value;
  /** When its load began, ms since the epoch. */
  from: number;
  /** No background load before this, ms since the epoch. */
  refreshAt: number;
};

/** Gives answers while they are fresh or stale, and has each loaded by one load at a time. */
export class AnswerCache<Value> implements Cache<Value> {
  readonly #staleUntilMs: number;
  readonly #options: Required<CacheOptions<Value>>;
  readonly #answers: RecentlyUsed<Answer<Value>>;
  readonly #loads: Loads<Value>;

  constructor(options: Required<CacheOptions<Value>>) {
    this.#options = options;
    this.#staleUntilMs = options.freshMs + options.staleMs;
    this.#answers = new RecentlyUsed(options.maxEntries);
    this.#loads = new Loads(options.load, (key, value, from) => {
      this.#answers.set(key, { value, from, refreshAt: from + options.freshMs });
    });
  }

  async get(key: string): Promise<Value> {
    const answer = this.#answers.use(key);
    if (!answer || Date.now() >= answer.from + this.#staleUntilMs) return this.#loads.share(key);
    if (Date.now() >= answer.refreshAt) this.#refresh(key, answer);
    return answer.value;
  }

  /** Nobody waits for this load, so its failure is only a reason to pause. */
  #refresh(key: string, answer: Answer<Value>): void {
    this.#loads.share(key).catch(() => {
      answer.refreshAt = Date.now() + this.#options.retryMs;
    });
  }

  delete(key: string): void {
    this.#answers.delete(key);
    this.#loads.disown(key);
  }

  size(): number {
    return this.#answers.size;
  }
}
