/** Ids that are forgotten after `keptMs`. */
export class RememberedIds {
  readonly #keptMs: number;
  /** When each id was added, oldest first. */
  readonly #addedAt = new Map<string, number>();

  constructor(keptMs: number) {
    this.#keptMs = keptMs;
  }

  has(id: string): boolean {
    return this.#addedAt.has(id);
  }

  /** Each id is forgotten by a later one's addition, so calls are cheap on average. */
  add(id: string): void {
    const now = Date.now();
    for (const [old, addedAt] of this.#addedAt) {
      if (now - addedAt <= this.#keptMs) break;
      this.#addedAt.delete(old);
    }
    this.#addedAt.set(id, now);
  }
}
