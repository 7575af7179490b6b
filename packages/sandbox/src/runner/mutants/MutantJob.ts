/** One mutant to try. */
export type MutantTry = {
  /** Its id in the instrumented program. */
  id: string;
  /** Full names of the tests that may notice it and pass by themselves. */
  tests: string[];
  /** Where those notice nothing, all tests run as they are declared: some need others before them. */
  all: boolean;
  /** How often its place may be reached in a run. Counters loops without end, cheaply and the same way each time. */
  hitLimit: number;
};

/** What a runner that tries mutants is given when it asks for more; the end is none of either. */
export type MutantWork = {
  /** Tests of which it shall say whether they pass by themselves, without a mutant. */
  alone: string[];
  tries: MutantTry[];
};

/**
 * What a runner does instead of one ordinary run when the solution is instrumented: find out which tests reach
 * which mutants, or do what it is given until there is no more.
 */
export type MutantJob =
  | { kind: 'cover' }
  | {
      kind: 'work';
      /** By its full name, what each test costs for the mutants that it finds, compared with the others. */
      costs: Record<string, number>;
    };
