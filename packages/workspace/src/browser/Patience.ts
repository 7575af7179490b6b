/** An answer that takes longer, ms, counts as lost at first: asking again costs little, and people wait. */
const firstMs = 1_500;
/** A server that is this slow, ms, is not helped by more questions. */
const longestMs = 10_000;
/** After so many silences the next wait is twice as long: messages get lost one by one, a slow server is always slow. */
const silencesBeforeDoubling = 3;

/** How long an answer is waited for: less where answers come, more where they do not. */
export class Patience {
  #ms = firstMs;
  #silences = 0;

  get ms(): number {
    return this.#ms;
  }

  answered(): void {
    this.#silences = 0;
    this.#ms = Math.max(firstMs, this.#ms / 2);
  }

  silent(): void {
    this.#silences += 1;
    if (this.#silences >= silencesBeforeDoubling) this.#ms = Math.min(longestMs, this.#ms * 2);
  }
}
