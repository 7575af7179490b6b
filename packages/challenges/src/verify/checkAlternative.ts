import type { VerifyRow } from '@assay/contracts/challenge';
import { describeVerdict } from '@assay/contracts/verdict';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { explainFailure } from './explainFailure.ts';
import { judgeInSeries } from './judgeChallenge.ts';

/** Seeds with which another right solution has to pass. */
const seeds = [1, 2, 3];

/** Another right solution, written in another way, passes as well. */
export async function checkAlternative(
  challenge: Challenge,
  judge: AuthorJudge,
): Promise<VerifyRow> {
  const files = challenge.alternative ?? {};
  const verdicts = await Promise.all(
    seeds.map((seed) =>
      judgeInSeries(
        challenge,
        judge,
        { files, suite: 'all', seed },
        ({ status }) => status === 'passed',
      ),
    ),
  );
  for (const verdict of verdicts) {
    if (verdict.status !== 'passed') {
      const message = `solution-alt does not pass (seed ${verdict.provenance.seed}). ${describeVerdict(verdict, 'all')}`;
      const advice = `Correct it, or the test that demands one way of doing it. ${explainFailure(verdict, 'solution-alt')}`;
      return { check: 'alternative', ok: false, message, advice };
    }
  }
  return { check: 'alternative', ok: true, message: 'solution-alt passes as well.' };
}
