/** From here on somebody speaks; below half of it they may have stopped. Of 1, the loudest that there is. */
const loud = 0.02;
/** Between words there are pauses, ms. */
const pauseMs = 600;

/** Who speaks at the moment, from how loud it is: a pause between two words is none. */
export class Speaking {
  readonly #last = new Map<string, number>();

  /** Takes what is heard of each at `now`, ms; answers who speaks. */
  hear(levels: ReadonlyMap<string, number>, now: number): ReadonlySet<string> {
    for (const id of this.#last.keys()) if (!levels.has(id)) this.#last.delete(id);
    for (const [id, level] of levels) {
      const speaks = this.#last.has(id);
      if (level >= (speaks ? loud / 2 : loud)) this.#last.set(id, now);
      else if (now - (this.#last.get(id) ?? now) > pauseMs) this.#last.delete(id);
    }
    return new Set(this.#last.keys());
  }
}
