/** The loads that are under way, at most one for each key. */
export class Loads<Value> {
  readonly #load: (key: string) => Promise<Value>;
  readonly #keep: (key: string, value: Value, from: number) => void;
  readonly #underWay = new Map<string, Promise<Value>>();

  /** `keep` gets what each load brings, with the time at which it began. */
  constructor(
    load: (key: string) => Promise<Value>,
    keep: (key: string, value: Value, from: number) => void,
  ) {
    this.#load = load;
    this.#keep = keep;
  }

  /** Joins the load that is under way, or begins one. Rejects as it does. */
  share(key: string): Promise<Value> {
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;

    const begun: Promise<Value> = this.#begin(key, () => this.#underWay.get(key) === begun);
    this.#underWay.set(key, begun);
    return begun;
  }

  async #begin(key: string, isWanted: () => boolean): Promise<Value> {
    const from = Date.now();
    // Even a load that throws has to be under way before it can end.
    await Promise.resolve();
    try {
      const value = await this.#load(key);
      if (isWanted()) this.#keep(key, value, from);
      return value;
    } finally {
      if (isWanted()) this.#underWay.delete(key);
    }
  }

  /** Those who wait still get what the load brings; nobody else does, and nothing is kept of it. */
  disown(key: string): void {
    this.#underWay.delete(key);
  }
}
