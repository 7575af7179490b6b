import type { Confinement } from '#confinement/Confinement.ts';
import { PostgresPlace } from './PostgresPlace.ts';
import { PostgresProcess } from './PostgresProcess.ts';
import { RunnerProcess } from './RunnerProcess.ts';
import type { RuntimeSnapshots } from './runtimeSnapshots.ts';
import { Semaphore } from './Semaphore.ts';

/** Runners in a row that may fail to start before the pool gives up. */
const maxFailedStarts = 3;

/** How many are kept ready: runners without a database, and with one. */
type Target = { plain: number; postgres: number };

/** Keeps warm runners ready, so that starting one is off the submitter's path. */
export class RunnerPool {
  readonly #confinement: Confinement;
  readonly #snapshots: RuntimeSnapshots;
  readonly #target: Target;
  #warm: RunnerProcess[] = [];
  readonly #places: PostgresPlace[];
  readonly #all = new Set<RunnerProcess | PostgresProcess>();
  readonly #turns: Semaphore;
  #busy = 0;
  #closed = false;

  constructor(confinement: Confinement, snapshots: RuntimeSnapshots, target: Target) {
    this.#confinement = confinement;
    this.#snapshots = snapshots;
    this.#target = target;
    this.#refill();
    const start = {
      postgres: () => this.#keep(() => new PostgresProcess(this.#confinement, this.#snapshots)),
      runner: (postgres: PostgresProcess) => this.#startRunner(postgres),
    };
    const places = Math.max(1, target.postgres);
    this.#places = Array.from({ length: places }, () => new PostgresPlace(start));
    this.#turns = new Semaphore(places);
  }

  #startRunner(postgres?: PostgresProcess): RunnerProcess {
    return this.#keep(() => new RunnerProcess(this.#confinement, this.#snapshots, postgres));
  }

  /** Starts a process that ends with the pool. */
  #keep<T extends RunnerProcess | PostgresProcess>(start: () => T): T {
    if (this.#closed) throw new Error('The judge is closed.');
    const process = start();
    this.#all.add(process);
    void process.exited.then(() => this.#all.delete(process));
    return process;
  }

  #refill(): void {
    while (!this.#closed && this.#warm.length < this.#target.plain) {
      const runner = this.#startRunner();
      this.#warm.push(runner);
      void runner.exited.then(() => {
        this.#warm = this.#warm.filter((other) => other !== runner);
      });
    }
  }

  /** Resolves when as many runners as wanted wait for work. */
  async ready(): Promise<void> {
    await Promise.all([
      ...this.#warm.map((runner) => runner.ready),
      ...this.#places.slice(0, this.#target.postgres).map((place) => place.prepare()),
    ]);
  }

  /**
   * Hands `work` a runner for one run, and ends it afterwards. A new one is started once that is over, so that
   * its start does not compete with the run. Whoever wants a PostgreSQL waits until one is free.
   * @throws {Error} when runners do not start on this machine.
   */
  use<T>(lease: keyof Target, work: (runner: RunnerProcess) => Promise<T>): Promise<T> {
    const counted = async (runner: RunnerProcess): Promise<T> => {
      this.#busy += 1;
      try {
        return await work(runner);
      } finally {
        this.#busy -= 1;
      }
    };
    return lease === 'plain'
      ? this.#usePlain(counted)
      : this.#turns.use(() => this.#usePostgres(counted));
  }

  /** Of runners without a database, beside those at work; ones with a PostgreSQL count while they work. */
  load(): { warm: number; starting: number; busy: number } {
    const warm = this.#warm.filter((runner) => runner.isReady).length;
    return { warm, starting: this.#warm.length - warm, busy: this.#busy };
  }

  async #usePostgres<T>(work: (runner: RunnerProcess) => Promise<T>): Promise<T> {
    const place = this.#places.shift();
    if (!place) throw new Error('There are more turns than places.');
    try {
      return await place.use(work);
    } finally {
      this.#places.push(place);
    }
  }

  async #usePlain<T>(work: (runner: RunnerProcess) => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      const runner = this.#warm.shift() ?? this.#startRunner();
      try {
        await runner.ready;
      } catch (error) {
        if (this.#closed || failures + 1 >= maxFailedStarts) throw error;
        continue;
      }
      try {
        return await work(runner);
      } finally {
        runner.kill();
        void runner.exited.then(() => this.#refill());
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const processes = [...this.#all];
    for (const process of processes) process.kill();
    await Promise.all(processes.map((process) => process.exited));
  }
}
