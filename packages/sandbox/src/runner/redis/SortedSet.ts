export type Scored = { member: string; score: number };

/** Members by score, then by their bytes. Sorted when read, so that many writes in a row are cheap. */
export class SortedSet {
  readonly #scores = new Map<string, number>();
  #sorted: Scored[] | undefined = [];

  get size(): number {
    return this.#scores.size;
  }

  score(member: string): number | undefined {
    return this.#scores.get(member);
  }

  set(member: string, score: number): void {
    this.#scores.set(member, score);
    this.#sorted = undefined;
  }

  delete(member: string): boolean {
    this.#sorted = undefined;
    return this.#scores.delete(member);
  }

  /** Lowest first. */
  list(): readonly Scored[] {
    this.#sorted ??= [...this.#scores]
      .map(([member, score]) => ({ member, score }))
      .toSorted(
        (one, other) =>
          one.score - other.score ||
          (one.member < other.member ? -1 : one.member > other.member ? 1 : 0),
      );
    return this.#sorted;
  }

  rank(member: string): number {
    return this.#scores.has(member)
      ? this.list().findIndex((entry) => entry.member === member)
      : -1;
  }
}
