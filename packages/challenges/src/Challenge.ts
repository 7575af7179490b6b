import type { ChallengeVersion } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';

/** A believable mistake: all files of a solution that has it, and the hidden test that must catch it. */
export type WrongSolution = { files: Files; caughtBy: string };

/** A challenge as its author keeps it: the version that attempts are made of, and what proves it. */
export type Challenge = ChallengeVersion & {
  /** All its files, by their path from the challenge's folder. */
  source: Files;
  /** Another right solution, `solution-alt/`, where there is one. */
  alternative?: Files;
  /** Where the manifest's entries of equivalent mutants stand in challenge.yaml, by index. */
  equivalentLines: number[];
  /** By the name of its folder below `wrong/`. */
  wrong: Record<string, WrongSolution>;
};
