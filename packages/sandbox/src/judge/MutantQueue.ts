import type { RunnerFrame } from '#runner/frames.ts';
import type { MutantTry, MutantWork } from '#runner/mutants/MutantJob.ts';

export type Coverage = Extract<RunnerFrame, { type: 'coverage' }>;

/** So much a runner is given at a time: little, so that all runners finish at about the same time. */
const maxAlone = 3;
const maxTries = 6;
/** What any test takes beside what it does itself, ms. */
const fixedMs = 3;
/** How often a mutant's place may be reached, as a multiple of what the tests do by themselves. */
const hitFactor = 100;
const leastHits = 10_000;

/** The work on the mutants of one solution: first which tests pass by themselves, then mutant by mutant. */
export class MutantQueue {
  readonly #coverage: Coverage;
  readonly #tests: string[];
  #unchecked: string[];
  #checking = 0;
  readonly #checked = Promise.withResolvers<void>();
  readonly #dependent = new Set<string>();
  #ids: string[];

  constructor(ids: readonly string[], coverage: Coverage) {
    this.#coverage = coverage;
    this.#ids = [...ids];
    this.#tests = Object.keys(coverage.perTest);
    this.#unchecked = [...this.#tests];
  }

  /** What each test takes, and the less, the fewer mutants it reaches: what it is about is likely to be just those. */
  get costs(): Record<string, number> {
    const { perTest, testMs } = this.#coverage;
    const costs = Object.entries(perTest).map(([test, hits]) => [
      test,
      (fixedMs + (testMs[test] ?? 0)) * Object.keys(hits).length,
    ]);
    return Object.fromEntries(costs) as Record<string, number>;
  }

  get empty(): boolean {
    return this.#unchecked.length === 0 && this.#ids.length === 0;
  }

  /** The next part of the work. Waits while others find out which tests pass by themselves. */
  async take(): Promise<MutantWork> {
    const alone = this.#unchecked.splice(0, maxAlone);
    this.#checking += alone.length;
    if (alone.length > 0) return { alone, tries: [] };
    if (this.#checking > 0) await this.#checked.promise;
    return { alone, tries: this.#ids.splice(0, maxTries).map((id) => this.#plan(id)) };
  }

  /** Says of tests that were taken which of them do not pass by themselves. */
  checked(tests: readonly string[], dependent: readonly string[]): void {
    this.#checking -= tests.length;
    for (const test of dependent) this.#dependent.add(test);
    if (this.#checking === 0 && this.#unchecked.length === 0) this.#checked.resolve();
  }

  /** Puts back what was taken and not tried. */
  putBack(tries: readonly MutantTry[]): void {
    this.#ids.unshift(...tries.map(({ id }) => id));
  }

  #plan(id: string): MutantTry {
    const { perTest, static: loads } = this.#coverage;
    const reaching = loads[id] === undefined ? this.#reaching(id) : this.#tests;
    const hits = this.#tests.reduce(
      (sum, test) => sum + (perTest[test]?.[id] ?? 0),
      loads[id] ?? 0,
    );
    return {
      id,
      tests: reaching.filter((test) => !this.#dependent.has(test)),
      all: this.#dependent.size > 0,
      hitLimit: Math.max(leastHits, hits * hitFactor),
    };
  }

  #reaching(id: string): string[] {
    return this.#tests.filter((test) => this.#coverage.perTest[test]?.[id] !== undefined);
  }
}
