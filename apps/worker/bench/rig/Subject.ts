import type { JudgedChallenge } from '@assay/contracts/challenge';
import type { VerdictStatus } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';

/** Something to judge, and the verdicts that are right for it. */
export type Subject = {
  name: string;
  challenge: JudgedChallenge;
  files: Files;
  statuses: readonly VerdictStatus[];
};
