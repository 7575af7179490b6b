/** Takes its turn and returns 0, or takes nothing and returns the milliseconds until it makes sense to ask again. */
export type Turn = () => number;

type Waiting = { turn: Turn; admit: () => void };

/** Longer delays overflow the timer; waking up early only means to ask again. */
const maxDelayMs = 2 ** 31 - 1;

/** Serves turns first come, first served, with one timer: the one of whoever is first. */
export class WaitingLine {
  readonly #line = new Set<Waiting>();
  #alarm: NodeJS.Timeout | undefined;

  get empty(): boolean {
    return this.#line.size === 0;
  }

  /** Resolves once the turn was taken; rejects after `timeoutMs`, and the turn is then never taken. */
  join(turn: Turn, timeoutMs: number | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { turn, admit: resolve };
      this.#line.add(waiting);
      if (this.#line.size === 1) this.#serve();
      if (timeoutMs === undefined || !this.#line.has(waiting)) return;

      const timeout = setTimeout(() => {
        this.#line.delete(waiting);
        reject(new Error(`The request timed out after waiting ${timeoutMs} ms.`));
        this.#serve();
      }, timeoutMs);
      waiting.admit = () => {
        clearTimeout(timeout);
        resolve();
      };
    });
  }

  #serve(): void {
    clearTimeout(this.#alarm);
    for (const waiting of this.#line) {
      const waitMs = waiting.turn();
      if (waitMs > 0) {
        this.#alarm = setTimeout(() => this.#serve(), Math.min(waitMs, maxDelayMs));
        return;
      }
      this.#line.delete(waiting);
      waiting.admit();
    }
  }
}
