/** Lets work with the same key run one after the other, in the order in which it came. */
export class Turns {
  /** The end of the last work of each key, whether it went well or not. */
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` after all earlier work of this key; gives what it gives. */
  take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const end = result.then(
      () => {},
      () => {},
    );
    this.#last.set(key, end);
    void end.then(() => {
      if (this.#last.get(key) === end) this.#last.delete(key);
    });
    return result;
  }
}
