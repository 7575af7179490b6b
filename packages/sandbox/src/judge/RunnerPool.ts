import type { Confinement } from '#confinement/Confinement.ts';
import type { Flavour } from '#confinement/launchRunner.ts';
import { RunnerProcess } from './RunnerProcess.ts';
import type { RuntimeSnapshots } from './runtimeSnapshots.ts';

/** Runners in a row that may fail to start before the pool gives up. */
const maxFailedStarts = 3;

/** Keeps warm runners ready, so that starting one is off the submitter's path. */
export class RunnerPool {
  readonly #confinement: Confinement;
  readonly #snapshots: RuntimeSnapshots;
  readonly #target: Record<Flavour, number>;
  readonly #warm: Record<Flavour, RunnerProcess[]> = { plain: [], postgres: [] };
  readonly #all = new Set<RunnerProcess>();
  #closed = false;

  constructor(
    confinement: Confinement,
    snapshots: RuntimeSnapshots,
    target: Record<Flavour, number>,
  ) {
    this.#confinement = confinement;
    this.#snapshots = snapshots;
    this.#target = target;
    this.#refill('plain');
    this.#refill('postgres');
  }

  #start(flavour: Flavour): RunnerProcess {
    const runner = new RunnerProcess(this.#confinement, flavour, this.#snapshots);
    this.#all.add(runner);
    void runner.exited.then(() => {
      this.#all.delete(runner);
      this.#warm[flavour] = this.#warm[flavour].filter((other) => other !== runner);
    });
    return runner;
  }

  #refill(flavour: Flavour): void {
    while (!this.#closed && this.#warm[flavour].length < this.#target[flavour])
      this.#warm[flavour].push(this.#start(flavour));
  }

  /** Resolves when as many runners as wanted wait for work. */
  async ready(): Promise<void> {
    await Promise.all([...this.#warm.plain, ...this.#warm.postgres].map((runner) => runner.ready));
  }

  /**
   * Hands out a runner for one run; the caller kills it. A new one is started once that is over, so that
   * its start does not compete with the run.
   * @throws {Error} when runners do not start on this machine.
   */
  async lease(flavour: Flavour): Promise<RunnerProcess> {
    for (let failures = 0; ; failures += 1) {
      const runner = this.#warm[flavour].shift() ?? this.#start(flavour);
      try {
        await runner.ready;
        void runner.exited.then(() => this.#refill(flavour));
        return runner;
      } catch (error) {
        if (this.#closed || failures + 1 >= maxFailedStarts) throw error;
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const runners = [...this.#all];
    for (const runner of runners) runner.kill();
    await Promise.all(runners.map((runner) => runner.exited));
  }
}
