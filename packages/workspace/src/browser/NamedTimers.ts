/** Timers of which each name has at most one, and which all end together. */
export class NamedTimers<Name extends string> {
  readonly #timers = new Map<Name, ReturnType<typeof setTimeout>>();
  #closed = false;

  /** Runs `action` once after `ms`, unless a timer of this name is waiting already. */
  schedule(name: Name, ms: number, action: () => unknown): void {
    if (this.#closed || this.#timers.has(name)) return;
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        void action();
      }, ms),
    );
  }

  clear(name: Name): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  /** Ends all that wait; none is started any more. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
