/** Takes its turn and returns 0, or takes nothing and returns the milliseconds until it makes sense to ask again. */
export type Turn = () => number;

/** Lets everybody who waits try again by themselves. */
export class WaitingLine {
  #waiting = 0;

  get empty(): boolean {
    return this.#waiting === 0;
  }

  async join(turn: Turn, timeoutMs = Number.POSITIVE_INFINITY): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    this.#waiting += 1;
    try {
      for (let waitMs = turn(); waitMs > 0; waitMs = turn()) {
        const leftMs = deadline - Date.now();
        if (leftMs <= 0) throw new Error(`The request timed out after waiting ${timeoutMs} ms.`);
        await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, leftMs)));
      }
    } finally {
      this.#waiting -= 1;
    }
  }
}
