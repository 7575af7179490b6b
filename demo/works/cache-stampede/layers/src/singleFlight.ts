/** Runs one load for a key at a time; whoever comes meanwhile gets the same promise. */
export class SingleFlight<Value> {
  readonly #flights = new Map<string, Promise<Value>>();

  join(key: string, begin: () => Promise<Value>): { promise: Promise<Value>; isNew: boolean } {
    const under = this.#flights.get(key);
    if (under) return { promise: under, isNew: false };
    const promise = (async () => begin())();
    this.#flights.set(key, promise);
    const land = () => {
      if (this.#flights.get(key) === promise) this.#flights.delete(key);
    };
    promise.then(land, land);
    return { promise, isNew: true };
  }

  /** Those who wait go on waiting; nobody else joins them. */
  abandon(key: string): void {
    this.#flights.delete(key);
  }

  has(key: string): boolean {
    return this.#flights.has(key);
  }
}
