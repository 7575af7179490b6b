import type { KnownRate } from './askRate.ts';

/** The last rate of each currency. There are some 180 of them, so none has to be forgotten for its room. */
export class LastRates {
  readonly #last = new Map<string, KnownRate>();

  keep(currency: string, known: KnownRate): void {
    this.#last.set(currency, known);
  }

  /** What to give when nothing can be got. */
  find(currency: string): KnownRate | undefined {
    return this.#last.get(currency);
  }
}
