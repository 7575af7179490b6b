/** Cancelled ids that are remembered for a job that arrives after its cancellation. Counters growth without end. */
const maxRemembered = 1_000;

/** The jobs that this worker is at, each with a signal by which it is given up. */
export class RunningJobs {
  readonly #running = new Map<string, AbortController>();
  readonly #cancelled = new Set<string>();

  /** Does `work` under the name `id`; when that was or is cancelled, its signal is aborted. */
  async run(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    if (this.#cancelled.has(id)) controller.abort();
    this.#running.set(id, controller);
    try {
      await work(controller.signal);
    } finally {
      if (this.#running.get(id) === controller) this.#running.delete(id);
    }
  }

  cancel(id: string): void {
    this.#cancelled.add(id);
    const [oldest] = this.#cancelled;
    if (this.#cancelled.size > maxRemembered && oldest !== undefined)
      this.#cancelled.delete(oldest);
    this.#running.get(id)?.abort();
  }
}
