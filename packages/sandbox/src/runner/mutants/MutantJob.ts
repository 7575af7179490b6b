/** One mutant to try. */
export type MutantTry = {
  /** Its id in the instrumented program. */
  id: string;
  /** Full names of the tests that reach it; all when it is reached while the solution loads. */
  tests?: string[];
  /** How often its place may be reached in a run. Counters loops without end, cheaply and the same way each time. */
  hitLimit: number;
};

/**
 * What a runner does instead of one ordinary run when the solution is instrumented: find out which tests reach
 * which mutants, or try mutants one after the other.
 */
export type MutantJob = { kind: 'cover' } | { kind: 'try'; tries: MutantTry[] };
