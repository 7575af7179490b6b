import type { PostgresProcess } from './PostgresProcess.ts';
import type { RunnerProcess } from './RunnerProcess.ts';

/** Starts in a row that may fail before a run is given up. */
const maxFailedStarts = 3;

type Starts = {
  postgres(): PostgresProcess;
  runner(postgres: PostgresProcess): RunnerProcess;
};

/** A place for one run with a PostgreSQL at a time: the PostgreSQL stays, runners come and go. */
export class PostgresPlace {
  readonly #start: Starts;
  #postgres: PostgresProcess | undefined;
  /** The runner of the next run, once it has been asked for. */
  #next: Promise<RunnerProcess> | undefined;

  constructor(start: Starts) {
    this.#start = start;
  }

  /** Makes a runner and its PostgreSQL ready, ahead of need. Rejects when they do not start. */
  async prepare(): Promise<void> {
    this.#next ??= this.#prepare();
    this.#next.catch(() => {});
    await this.#next;
  }

  /**
   * Hands `work` a runner for one run; the next one is started once that is over.
   * @throws {Error} when runners do not start on this machine.
   */
  async use<T>(work: (runner: RunnerProcess) => Promise<T>): Promise<T> {
    const next = this.#next ?? this.#prepare();
    this.#next = undefined;
    let runner = await next;
    // What waited may have died meanwhile.
    if (runner.ended || this.#postgres?.gone) runner = await this.#prepare();
    try {
      return await work(runner);
    } finally {
      runner.kill();
      this.#postgres?.renew();
      this.#next = runner.exited.then(() => this.#prepare());
      this.#next.catch(() => {});
    }
  }

  async #prepare(): Promise<RunnerProcess> {
    for (let failures = 0; ; failures += 1) {
      if (!this.#postgres?.usable) {
        this.#postgres?.kill();
        this.#postgres = this.#start.postgres();
      }
      const runner = this.#start.runner(this.#postgres);
      try {
        await Promise.all([runner.ready, this.#postgres.ready]);
        return runner;
      } catch (error) {
        runner.kill();
        this.#postgres.kill();
        this.#postgres = undefined;
        if (failures + 1 >= maxFailedStarts) throw error;
      }
    }
  }
}
