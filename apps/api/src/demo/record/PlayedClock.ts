/** The clock that a recording is played by. Whoever reads the time gets this one; nothing else moves it. */
export class PlayedClock {
  #at = new Date();

  readonly now = (): Date => new Date(this.#at);

  set(at: Date): void {
    this.#at = new Date(at);
  }

  passes(ms: number): void {
    this.#at = new Date(this.#at.getTime() + ms);
  }
}
