/** The loads that are under way, at most one for each key. */
export class Loads<Value> {
  readonly #load: (key: string) => Promise<Value>;
  readonly #keep: (key: string, value: Value, at: number) => void;
  readonly #underWay = new Map<string, Promise<Value>>();

  constructor(
    load: (key: string) => Promise<Value>,
    keep: (key: string, value: Value, at: number) => void,
  ) {
    this.#load = load;
    this.#keep = keep;
  }

  share(key: string): Promise<Value> {
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;

    const begun: Promise<Value> = Promise.resolve()
      .then(() => this.#load(key))
      .then((value) => {
        if (this.#underWay.get(key) === begun) this.#keep(key, value, Date.now());
        return value;
      })
      .finally(() => {
        if (this.#underWay.get(key) === begun) this.#underWay.delete(key);
      });
    this.#underWay.set(key, begun);
    return begun;
  }

  disown(key: string): void {
    this.#underWay.delete(key);
  }
}
