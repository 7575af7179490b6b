import { type Comparison, compareVerdicts } from '@assay/contracts/verdict';
import { type Database, findChallengeVersion, findJudged } from '@assay/db';
import type { Judge } from '@assay/sandbox';

export type Rejudged = {
  id: string;
  challenge: string;
  suite: 'public' | 'hidden';
  createdAt: string;
  /** Of the stored verdict. */
  hallmark: string;
  comparison: Comparison;
};

/**
 * Judges a stored submission once more, by the challenge version, seed and limits that its verdict names, and
 * compares. Nothing is stored. `undefined` when there is no such submission.
 */
export async function rejudgeSubmission(
  db: Database,
  judge: Judge,
  id: string,
): Promise<Rejudged | undefined> {
  const submission = await findJudged(db, id);
  if (submission === undefined) return undefined;
  const { challenge, suite, createdAt, files, verdict } = submission;
  const found = { id, challenge, suite, createdAt: createdAt.toISOString() };
  if (verdict === null) {
    const reason = 'It is not judged yet.';
    return { ...found, hallmark: '', comparison: { outcome: 'cannot', reason } };
  }
  const { hallmark, provenance } = verdict;
  const version = await findChallengeVersion(db, provenance.challenge.hash);
  if (version === undefined) {
    const reason = 'The version of the challenge that it was judged by is gone.';
    return { ...found, hallmark, comparison: { outcome: 'cannot', reason } };
  }
  const again = await judge.judge({
    challenge: { ...version.judged, limits: provenance.limits },
    files,
    suite: provenance.suite,
    seed: provenance.seed,
  });
  return { ...found, hallmark, comparison: compareVerdicts(verdict, again) };
}
