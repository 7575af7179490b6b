import type { Mutant } from './Mutant.ts';

export type Survivor = Mutant & {
  /** No hidden test reaches it. */
  covered: boolean;
};

export type MutationReport = {
  slug: string;
  /** Share of the mutants that hidden tests kill, percent; those that change nothing are left out. */
  score: number;
  /** What the manifest asks for, percent. */
  required: number;
  killed: number;
  /** Mutants that count. */
  total: number;
  survivors: Survivor[];
  /** How many tests were run for it. */
  testRuns: number;
  /** Mutants that the manifest explains as equivalent. */
  equivalent: (Mutant & { reason: string })[];
  /** What is wrong with the manifest's list, with the line to change. */
  problems: { line: number; message: string }[];
};
