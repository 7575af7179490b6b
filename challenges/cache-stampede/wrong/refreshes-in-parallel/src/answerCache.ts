import type { Cache, CacheOptions } from './contract.ts';
import { Loads } from './loads.ts';
import { RecentlyUsed } from './recentlyUsed.ts';

type Answer<Value> = { value: Value; from: number; refreshAt: number };

export class AnswerCache<Value> implements Cache<Value> {
  readonly #options: Required<CacheOptions<Value>>;
  readonly #answers: RecentlyUsed<Answer<Value>>;
  readonly #loads: Loads<Value>;

  constructor(options: Required<CacheOptions<Value>>) {
    this.#options = options;
    this.#answers = new RecentlyUsed(options.maxEntries);
    this.#loads = new Loads(options.load, (key, value, from) => {
      this.#answers.set(key, { value, from, refreshAt: from + options.freshMs });
    });
  }

  async get(key: string): Promise<Value> {
    const { freshMs, staleMs } = this.#options;
    const answer = this.#answers.use(key);
    if (!answer || Date.now() >= answer.from + freshMs + staleMs) return this.#loads.share(key);
    if (Date.now() >= answer.refreshAt) void this.#refresh(key, answer);
    return answer.value;
  }

  async #refresh(key: string, answer: Answer<Value>): Promise<void> {
    const from = Date.now();
    try {
      const value = await this.#options.load(key);
      this.#answers.set(key, { value, from, refreshAt: from + this.#options.freshMs });
    } catch {
      answer.refreshAt = Date.now() + this.#options.retryMs;
    }
  }

  delete(key: string): void {
    this.#answers.delete(key);
    this.#loads.disown(key);
  }

  size(): number {
    return this.#answers.size;
  }
}
