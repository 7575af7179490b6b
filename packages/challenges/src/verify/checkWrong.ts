import type { VerifyRow } from '@assay/contracts/challenge';
import { describeVerdict, type Verdict } from '@assay/contracts/verdict';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { startsAndIsJudged } from './checkStarter.ts';
import { explainFailure } from './explainFailure.ts';
import { judgeInSeries } from './judgeChallenge.ts';

/** Seeds with which every wrong solution has to be caught: a mistake must not pass by luck. */
const seeds = [1, 2, 3] as const;

/**
 * The wrong solution runs, and the hidden test that the manifest names catches it. After the first seed that test
 * runs alone, and with the others only where it then catches nothing.
 */
export async function checkWrong(
  challenge: Challenge,
  name: string,
  judge: AuthorJudge,
): Promise<VerifyRow> {
  const { files, caughtBy } = challenge.wrong[name] ?? { files: {}, caughtBy: '' };
  const isCaught = (verdict: Verdict) => startsAndIsJudged(verdict) && catches(verdict, caughtBy);
  const judgeAll = (seed: number) =>
    judgeInSeries(challenge, judge, { files, suite: 'hidden', seed }, isCaught);
  const judgeOnly = async (seed: number) => {
    const verdict = await judge.judgeInSeries({
      challenge: challenge.judged,
      files,
      suite: 'hidden',
      seed,
      only: [caughtBy],
    });
    return isCaught(verdict) ? verdict : judgeAll(seed);
  };
  const [first, ...more] = seeds;
  const verdicts = await Promise.all([judgeAll(first), ...more.map(judgeOnly)]);
  let others = 0;
  for (const verdict of verdicts) {
    if (!startsAndIsJudged(verdict)) {
      return {
        check: 'wrong',
        ok: false,
        message: `wrong/${name} does not run. ${describeVerdict(verdict, 'all')}`,
        advice: `A wrong solution has to be believable: it starts, and behaves wrongly. ${explainFailure(verdict, `wrong/${name}`)}`,
      };
    }
    if (!catches(verdict, caughtBy)) {
      const instead = explainFailure(verdict, `wrong/${name}`);
      return {
        check: 'wrong',
        ok: false,
        message: `wrong/${name} is not caught by “${caughtBy}” (seed ${verdict.provenance.seed}).`,
        advice:
          instead === ''
            ? 'Every hidden test passes. Add or sharpen the test that the manifest names.'
            : `Sharpen that test, or name the one that does catch it in challenge.yaml. ${instead}`,
      };
    }
    others = Math.max(
      others,
      verdict.tests.filter((test) => test.status === 'failed' && test.name !== caughtBy).length,
    );
  }
  const also = others === 0 ? '' : `, and by ${others} more`;
  return { check: 'wrong', ok: true, message: `wrong/${name} is caught by “${caughtBy}”${also}.` };
}

function catches(verdict: Verdict, name: string): boolean {
  if ('during' in verdict && verdict.during.phase === 'test' && verdict.during.name === name)
    return true;
  return verdict.tests.some(
    (test) => test.name === name && (test.status === 'failed' || test.status === 'timed_out'),
  );
}
