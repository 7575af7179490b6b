import type { Cache, CacheOptions } from './contract.ts';
import { Loads } from './loads.ts';
import { RecentlyUsed } from './recentlyUsed.ts';

type Answer<Value> = { value: Value; from: number };

export class AnswerCache<Value> implements Cache<Value> {
  readonly #options: Required<CacheOptions<Value>>;
  readonly #answers: RecentlyUsed<Answer<Value>>;
  readonly #loads: Loads<Value>;

  constructor(options: Required<CacheOptions<Value>>) {
    this.#options = options;
    this.#answers = new RecentlyUsed(options.maxEntries);
    this.#loads = new Loads(options.load, (key, value, from) => {
      this.#answers.set(key, { value, from });
    });
  }

  async get(key: string): Promise<Value> {
    const { freshMs, staleMs } = this.#options;
    const answer = this.#answers.use(key);
    if (!answer || Date.now() >= answer.from + freshMs + staleMs) return this.#loads.share(key);
    if (Date.now() >= answer.from + freshMs) {
      this.#loads.share(key).catch(() => this.#answers.delete(key));
    }
    return answer.value;
  }

  delete(key: string): void {
    this.#answers.delete(key);
    this.#loads.disown(key);
  }

  size(): number {
    return this.#answers.size;
  }
}
