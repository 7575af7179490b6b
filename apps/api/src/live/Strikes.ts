import { RateMeter } from '#realtime/rateMeter.ts';
import type { CutReason } from './Seat.ts';

/** Messages that no client of ours sends: twenty at once, or one each ten seconds. */
const nonsense = { perSecond: 0.1, burst: 20 };
/** Changes that build on missing ones. Each costs the server a new copy of the document; lost packets make few. */
const gaps = { perSecond: 1, burst: 50 };
/** Messages beyond the rate. */
const excess = { perSecond: 5, burst: 200 };
/** Of where somebody is, which cost little until they are told: a pointer moves 60 times a second. */
const light = { perSecond: 120, burst: 600 };

/** Counts what a socket does wrong, and says when it has been too much. It is said once. */
export class Strikes {
  readonly #cut: (reason: CutReason) => void;
  readonly #nonsense = new RateMeter(nonsense);
  readonly #gaps = new RateMeter(gaps);
  readonly #excess = new RateMeter(excess);
  readonly #light = new RateMeter(light);
  #over = false;

  constructor(cut: (reason: CutReason) => void) {
    this.#cut = cut;
  }

  nonsense(): void {
    if (!this.#nonsense.take()) this.#end(hostile);
  }

  gap(): void {
    if (!this.#gaps.take()) this.#end(hostile);
  }

  flood(): void {
    if (!this.#excess.take()) this.#end(flooding);
  }

  /** Whether a light message may be looked at. */
  light(): boolean {
    if (this.#light.take()) return true;
    this.flood();
    return false;
  }

  #end(reason: CutReason): void {
    if (this.#over) return;
    this.#over = true;
    this.#cut(reason);
  }
}

const hostile = {
  code: 'hostile',
  message: 'This connection sent what no page of ours sends, and was ended. Reload the page.',
} as const;
const flooding = {
  code: 'flooding',
  message: 'This connection sent more than anybody types, and was ended. Reload the page.',
} as const;
