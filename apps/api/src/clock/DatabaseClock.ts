import type { Logger } from 'pino';

/** Between two looks at the database's clock, ms. */
const lookMs = 5_000;

/** A look that took longer than this says too little about the moment, ms; the first is believed whatever it took. */
const exactMs = 250;

/**
 * The time of the database, by which all processes of an installation agree: it goes on with the time since this
 * process started and is compared now and then. So the wall clock of one machine may be off, or jump, and no deadline
 * moves; that of the database's machine is the one that has to be right.
 */
export class DatabaseClock {
  readonly #read: () => Promise<Date>;
  readonly #logger: Logger;
  #timer: NodeJS.Timeout | undefined;
  /** The database's time when `performance.now()` was zero, Unix ms. */
  #originMs = 0;

  private constructor(read: () => Promise<Date>, logger: Logger) {
    this.#read = read;
    this.#logger = logger;
  }

  /** `read` asks the database. Rejects when it does not say what time it is. */
  static async start(read: () => Promise<Date>, logger: Logger): Promise<DatabaseClock> {
    const clock = new DatabaseClock(read, logger);
    await clock.#look(Infinity);
    clock.#timer = setInterval(() => {
      clock
        .#look(exactMs)
        .catch((error: unknown) =>
          logger.warn({ err: error }, 'The database does not tell the time'),
        );
    }, lookMs).unref();
    return clock;
  }

  readonly now = (): Date => new Date(this.#originMs + performance.now());

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(withinMs: number): Promise<void> {
    const askedAt = performance.now();
    const at = await this.#read();
    const tookMs = performance.now() - askedAt;
    if (tookMs > withinMs) return;
    const originMs = at.getTime() - askedAt - tookMs / 2;
    const offMs = originMs - this.#originMs;
    // What the look itself may be wrong by is no reason to set a clock.
    if (Math.abs(offMs) <= tookMs / 2) return;
    if (this.#originMs > 0 && Math.abs(offMs) > lookMs)
      this.#logger.warn({ offMs }, "The database's clock was set, or this machine slept");
    this.#originMs = originMs;
  }
}
