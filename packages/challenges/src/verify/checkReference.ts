import type { VerifyRow } from '@assay/contracts/challenge';
import { describeVerdict, type Verdict } from '@assay/contracts/verdict';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { explainFailure } from './explainFailure.ts';
import { findTestProblems, judgeChallenge } from './judgeChallenge.ts';

/** The tests compile, and the reference passes all of them, public and hidden. */
export async function checkReference(
  challenge: Challenge,
  judge: AuthorJudge,
): Promise<{ row: VerifyRow; verdict?: Verdict }> {
  const [broken] = await findTestProblems(challenge, judge);
  if (broken) {
    const message = 'The tests do not compile.';
    const advice = `tests/${broken.file}:${broken.line}: ${broken.message}`;
    return { row: { check: 'reference', ok: false, message, advice } };
  }
  const verdict = await judgeChallenge(challenge, judge, {
    files: challenge.solution,
    suite: 'all',
    seed: 1,
  });
  if (verdict.status !== 'passed') {
    const advice = `Correct solution/ or the test. ${explainFailure(verdict, 'solution')}`;
    const message = `The reference does not pass. ${describeVerdict(verdict, 'all')}`;
    return { verdict, row: { check: 'reference', ok: false, message, advice } };
  }
  const missing = (['public', 'hidden'] as const).find(
    (suite) => !verdict.tests.some((test) => test.suite === suite && test.status === 'passed'),
  );
  if (missing) {
    const message = `No ${missing} test ran.`;
    const advice = `Add a test to tests/${missing}.test.ts that is not skipped.`;
    return { verdict, row: { check: 'reference', ok: false, message, advice } };
  }
  const count = (suite: 'public' | 'hidden') =>
    verdict.tests.filter((test) => test.suite === suite).length;
  const message = `The reference passes ${count('public')} public and ${count('hidden')} hidden tests.`;
  return { verdict, row: { check: 'reference', ok: true, message } };
}
