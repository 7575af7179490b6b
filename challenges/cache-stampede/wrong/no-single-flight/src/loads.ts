/** Loads, and keeps what came. */
export class Loads<Value> {
  readonly #load: (key: string) => Promise<Value>;
  readonly #keep: (key: string, value: Value, from: number) => void;
  readonly #version = new Map<string, number>();

  constructor(
    load: (key: string) => Promise<Value>,
    keep: (key: string, value: Value, from: number) => void,
  ) {
    this.#load = load;
    this.#keep = keep;
  }

  async share(key: string): Promise<Value> {
    const from = Date.now();
    const version = this.#version.get(key);
    const value = await this.#load(key);
    if (this.#version.get(key) === version) this.#keep(key, value, from);
    return value;
  }

  disown(key: string): void {
    this.#version.set(key, (this.#version.get(key) ?? 0) + 1);
  }
}
