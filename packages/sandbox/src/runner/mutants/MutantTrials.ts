import type { RunnerJob } from '#runner/RunnerJob.ts';
import { runOnce, type Workshop } from '#runner/runOnce.ts';
import { activateMutant, watchProgram } from './instrumented.ts';
import type { MutantTry, MutantWork } from './MutantJob.ts';

/**
 * How much likelier than others the test that has noticed a mutant last is to notice the next one, for neighbours are
 * often noticed by the same; the one before it half as much, and so on. More makes no difference for our own challenges.
 */
const killerBonus = 8;

/**
 * Tries mutants one after the other, the tests first that are cheap and likely to notice one. A test that comes out of its
 * turn has to notice it by itself as well, for it may have failed over what the others left behind. In doubt,
 * all tests run as they are declared.
 */
export class MutantTrials {
  readonly #job: RunnerJob;
  readonly #workshop: Workshop;
  readonly #costs: Record<string, number>;
  /** Tests that have noticed a mutant, the last one first. */
  #killers: string[] = [];

  /** @param costs By its full name, what each test costs for the mutants that it finds. */
  constructor(job: RunnerJob, workshop: Workshop, costs: Record<string, number>) {
    this.#job = job;
    this.#workshop = workshop;
    this.#costs = costs;
  }

  /** Says which tests need others, and of each mutant what killed it, until there are no more. */
  run(): void {
    const { send } = this.#workshop;
    for (let work = this.#receive(); work; work = this.#receive()) {
      const dependent = work.alone.filter((test) => this.#run(undefined, [test]) !== undefined);
      if (work.alone.length > 0) send({ type: 'dependent', tests: dependent });
      for (const mutant of work.tries) {
        const killedBy = this.#findKiller(mutant);
        send({ type: 'mutant', id: mutant.id, ...(killedBy === undefined ? {} : { killedBy }) });
        if (killedBy !== undefined)
          this.#killers = [killedBy, ...this.#killers.filter((test) => test !== killedBy)];
      }
    }
  }

  #receive(): MutantWork | undefined {
    this.#workshop.send({ type: 'more' });
    const work = this.#workshop.receive() as MutantWork | undefined;
    return work && work.alone.length + work.tries.length > 0 ? work : undefined;
  }

  /** A test's name, or how the run ended; nothing when the mutant survives. */
  #findKiller(mutant: MutantTry): string | undefined {
    const costs = new Map(mutant.tests.map((test) => [test, this.#expectedCost(test)]));
    const tests = mutant.tests.toSorted(
      (one, other) => (costs.get(one) ?? 0) - (costs.get(other) ?? 0),
    );
    const killedBy = tests.length === 0 ? undefined : this.#run(mutant, tests);
    if (killedBy === undefined) return mutant.all ? this.#run(mutant) : undefined;
    const isSure =
      killedBy === tests[0] ||
      !tests.includes(killedBy) ||
      this.#run(mutant, [killedBy]) !== undefined;
    return isSure ? killedBy : this.#run(mutant);
  }

  #expectedCost(test: string): number {
    const place = this.#killers.indexOf(test) + 1;
    return (this.#costs[test] ?? 0) / (1 + (place === 0 ? 0 : killerBonus / place));
  }

  /** Runs `tests`, or all as they are declared, until one fails, and gives its name or how the run ended. */
  #run(mutant: MutantTry | undefined, tests?: readonly string[]): string | undefined {
    let killedBy: string | undefined;
    const createSolution = () => {
      const guest = this.#workshop.createSolution(this.#job.limits.heapMb);
      guest.evaluate(mutant ? activateMutant(mutant.id, mutant.hitLimit) : watchProgram(undefined));
      return guest;
    };
    const job = tests ? { ...this.#job, only: [...tests] } : this.#job;
    const stop = runOnce(job, this.#workshop, createSolution, (frame, run) => {
      // A sign of life: whoever waits gives up a runner that is silent, and a busy machine is slow with many tests.
      if (frame.type === 'started') this.#workshop.send(frame);
      if (frame.type !== 'test' || killedBy !== undefined) return;
      if (frame.test.status !== 'failed' && frame.test.status !== 'timed_out') return;
      killedBy = frame.test.name;
      run.end();
    });
    return killedBy ?? stop?.kind;
  }
}
