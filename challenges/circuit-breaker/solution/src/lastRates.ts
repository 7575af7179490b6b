import type { KnownRate } from './askRate.ts';

const keptMs = 10 * 60_000;

/** The last rate of each currency. There are some 180 of them, so none has to be forgotten for its room. */
export class LastRates {
  readonly #last = new Map<string, KnownRate & { arrivedAt: number }>();

  keep(currency: string, known: KnownRate): void {
    this.#last.set(currency, { ...known, arrivedAt: Date.now() });
  }

  /** What arrived lately enough to be of use. */
  find(currency: string): KnownRate | undefined {
    const last = this.#last.get(currency);
    return last && Date.now() - last.arrivedAt < keptMs ? last : undefined;
  }
}
