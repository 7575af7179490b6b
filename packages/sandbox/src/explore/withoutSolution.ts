import type { JudgedChallenge } from '@assay/contracts/challenge';
import type { ExploreStep } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';

/** Statements alone are answered by the database, whatever state the candidate's code is in: it is left out. */
export function withoutSolution(
  { challenge, files }: { challenge: JudgedChallenge; files: Files },
  steps: readonly ExploreStep[],
): { files: Files } {
  return steps.every(({ kind }) => kind === 'sql')
    ? { files: { [challenge.entry]: '' } }
    : { files };
}
