import type { JudgedChallenge } from '@assay/contracts/challenge';

/** Loads the version of a challenge that `hash` names; rejects when there is none or it cannot be reached. */
export type ContentPort = (hash: string) => Promise<JudgedChallenge>;
