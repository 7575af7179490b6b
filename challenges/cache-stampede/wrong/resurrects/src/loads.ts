/** The loads that are under way, at most one for each key. */
export class Loads<Value> {
  readonly #load: (key: string) => Promise<Value>;
  readonly #keep: (key: string, value: Value, from: number) => void;
  readonly #underWay = new Map<string, Promise<Value>>();

  constructor(
    load: (key: string) => Promise<Value>,
    keep: (key: string, value: Value, from: number) => void,
  ) {
    this.#load = load;
    this.#keep = keep;
  }

  share(key: string): Promise<Value> {
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;

    const from = Date.now();
    const begun = Promise.resolve()
      .then(() => this.#load(key))
      .then((value) => {
        this.#keep(key, value, from);
        return value;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, begun);
    return begun;
  }

  disown(key: string): void {
    this.#underWay.delete(key);
  }
}
