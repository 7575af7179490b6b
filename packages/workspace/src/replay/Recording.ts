import * as Y from 'yjs';
import { countUntil } from './moments.ts';

/** One update of a log: when it was written, ms since 1970, and what it brings. */
export type RecordedUpdate = { atMs: number; bytes: Uint8Array };

/** How many updates lie between two keyframes: a seek applies half as many on average, in about a millisecond. */
const keyframeEvery = 500;

/**
 * A log that can be looked at as of any moment. Keyframes are made the first time that a moment behind them is
 * asked for, so opening costs nothing; going on from where one is applies only what comes next.
 */
export class Recording {
  readonly #updates: readonly RecordedUpdate[];
  /** State after `keyframeEvery`, twice as many, and so on. */
  readonly #keyframes: Uint8Array[] = [];
  #doc = new Y.Doc();
  /** How many updates `#doc` holds. */
  #applied = 0;

  /** Of updates in the order in which they were logged. The server's clock may have gone back between two of them. */
  constructor(updates: Iterable<{ at: Date; bytes: Uint8Array }>) {
    let latest = -Infinity;
    this.#updates = Array.from(updates, ({ at, bytes }) => {
      latest = Math.max(latest, at.getTime());
      return { atMs: latest, bytes };
    });
  }

  /** The moments at which something was written, ms since 1970, never falling. */
  get moments(): number[] {
    return this.#updates.map(({ atMs }) => atMs);
  }

  /**
   * The document as it was at a moment, ms since 1970. It is to be read only, and is the same object again as long as
   * one goes forward; after a seek backwards it is a new one.
   */
  at(atMs: number): Y.Doc {
    const wanted = this.countUntil(atMs);
    this.#makeKeyframes(wanted);
    const keyframe = Math.floor(wanted / keyframeEvery);
    if (wanted < this.#applied || keyframe * keyframeEvery > this.#applied) this.#load(keyframe);
    this.#applyUntil(wanted);
    return this.#doc;
  }

  dispose(): void {
    this.#doc.destroy();
  }

  /** How many updates were written up to a moment, that moment included: the same number, the same document. */
  countUntil(atMs: number): number {
    return countUntil(this.#updates, atMs);
  }

  #makeKeyframes(wanted: number): void {
    while ((this.#keyframes.length + 1) * keyframeEvery <= wanted) {
      const made = this.#keyframes.length;
      if (this.#applied < made * keyframeEvery || this.#applied > (made + 1) * keyframeEvery)
        this.#load(made);
      this.#applyUntil((made + 1) * keyframeEvery);
      this.#keyframes.push(Y.encodeStateAsUpdateV2(this.#doc));
    }
  }

  #load(keyframe: number): void {
    this.#doc.destroy();
    this.#doc = new Y.Doc();
    const state = this.#keyframes[keyframe - 1];
    if (state !== undefined) Y.applyUpdateV2(this.#doc, state);
    this.#applied = state === undefined ? 0 : keyframe * keyframeEvery;
  }

  #applyUntil(wanted: number): void {
    if (wanted <= this.#applied) return;
    this.#doc.transact(() => {
      for (const { bytes } of this.#updates.slice(this.#applied, wanted))
        Y.applyUpdate(this.#doc, bytes);
    });
    this.#applied = wanted;
  }
}
