/** What a socket may send: so many messages a second in the long run, and so many at once. */
export type Rate = { perSecond: number; burst: number };

/** Nobody types so fast; a loop does. The burst comes after a time without a connection. */
const typing: Rate = { perSecond: 50, burst: 500 };

/** A bucket of permissions that fills with time. Counters a client that floods the log. */
export class RateMeter {
  readonly #rate: Rate;
  #left: number;
  #at = performance.now();

  constructor(rate: Rate = typing) {
    this.#rate = rate;
    this.#left = rate.burst;
  }

  /** Takes a permission; false when there is none. */
  take(): boolean {
    const now = performance.now();
    const { perSecond, burst } = this.#rate;
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1_000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
