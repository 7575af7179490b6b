import type { Logger } from 'pino';

/** Work that a request starts and does not wait for. Failures are logged; `settled` waits for all of it. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  run(name: string, work: () => Promise<unknown>): void {
    const running: Promise<void> = Promise.resolve()
      .then(work)
      .then(
        () => {},
        (error: unknown) =>
          this.#logger.error({ err: error, work: name }, 'Background work failed'),
      )
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
