import { type Language, languageFacts, type VerifyRow } from '@assay/contracts/challenge';
import { comparableVerdict, describeVerdict } from '@assay/contracts/verdict';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { startsAndIsJudged } from './checkStarter.ts';
import { explainFailure } from './explainFailure.ts';
import { judgeChallenge, judgeInSeries } from './judgeChallenge.ts';

/** Seeds with which the reference of another language has to pass; the first of them twice, with one verdict. */
const seeds = [1, 1, 2, 3, 4, 5];

/**
 * In another language the reference passes the same tests as well, its starter runs and does not, and the same seed
 * gives the same verdict.
 */
export async function checkTranslation(
  challenge: Challenge,
  language: Language,
  judge: AuthorJudge,
): Promise<VerifyRow> {
  const { folder, title } = languageFacts[language];
  const { starter = {}, solution = {} } = challenge.translations?.[language] ?? {};
  const row = (message: string, advice?: string): VerifyRow => ({
    check: 'translation',
    ok: advice === undefined,
    message,
    ...(advice === undefined ? {} : { advice }),
  });
  const verdicts = await Promise.all(
    seeds.map((seed) => judgeChallenge(challenge, judge, { files: solution, suite: 'all', seed })),
  );
  const failed = verdicts.find(({ status }) => status !== 'passed');
  if (failed)
    return row(
      `The reference in ${title} does not pass (seed ${failed.provenance.seed}). ${describeVerdict(failed, 'all')}`,
      `Correct ${folder}solution/, or the test that demands one language. ${explainFailure(failed, `${folder}solution`)}`,
    );
  const [first, again] = verdicts;
  if (first && again && comparableVerdict(first) !== comparableVerdict(again))
    return row(
      `The same seed gave the reference in ${title} two different verdicts.`,
      'Make the test independent of what is not of the run.',
    );
  const begun = await judgeInSeries(
    challenge,
    judge,
    { files: starter, suite: 'hidden', seed: 1 },
    (verdict) => verdict.status !== 'passed' && startsAndIsJudged(verdict),
  );
  if (begun.status === 'passed')
    return row(
      `The starter in ${title} passes all hidden tests: there is nothing to do.`,
      `Take the solution out of ${folder}starter/.`,
    );
  if (!startsAndIsJudged(begun))
    return row(
      `The starter in ${title} does not run. ${describeVerdict(begun, 'all')}`,
      `Correct ${folder}starter/. ${explainFailure(begun, `${folder}starter`)}`,
    );
  return row(`The reference in ${title} passes as well, and its starter runs and does not.`);
}
