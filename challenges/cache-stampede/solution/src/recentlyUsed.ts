/** Holds at most `limit` values; to make room, the one that was not used for longest goes. */
export class RecentlyUsed<Value> {
  readonly #limit: number;
  /** Used longest ago first. */
  readonly #values = new Map<string, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#values.size;
  }

  use(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  /** A new key counts as used now; one that is known keeps its place. */
  set(key: string, value: Value): void {
    this.#values.set(key, value);
    if (this.#values.size <= this.#limit) return;
    const [idle] = this.#values.keys();
    if (idle !== undefined) this.#values.delete(idle);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }
}
