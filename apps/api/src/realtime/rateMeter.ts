/** Messages a second that a socket may send in the long run. Nobody types so fast; a loop does. */
const messagesPerSecond = 50;
/** Messages that may come at once, after a time without a connection. */
const burstOfMessages = 500;

/** A bucket of permissions that fills with time. Counters a client that floods the log. */
export class RateMeter {
  #left = burstOfMessages;
  #at = performance.now();

  /** Takes a permission; false when there is none. */
  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(
      burstOfMessages,
      this.#left + ((now - this.#at) / 1_000) * messagesPerSecond,
    );
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
