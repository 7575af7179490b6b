import type { VerifyRow } from '@assay/contracts/challenge';
import { describeVerdict, type Verdict } from '@assay/contracts/verdict';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { explainFailure } from './explainFailure.ts';
import { filesNamedIn } from './filesNamedIn.ts';
import { judgeInSeries } from './judgeChallenge.ts';

/** The starter holds what the statement speaks of, compiles, starts, and fails the hidden tests. */
export async function checkStarter(challenge: Challenge, judge: AuthorJudge): Promise<VerifyRow> {
  const paths = Object.keys(challenge.starter);
  const missing = filesNamedIn(challenge.statement).filter(
    (name) => !paths.some((path) => path === name || path.endsWith(`/${name}`)),
  );
  if (missing.length > 0) {
    return {
      check: 'starter',
      ok: false,
      message: `The statement speaks of ${missing.join(', ')}, and starter/ does not hold it.`,
      advice: 'Add the file to starter/, or correct its name in README.md.',
    };
  }
  const verdict = await judgeInSeries(
    challenge,
    judge,
    { files: challenge.starter, suite: 'hidden', seed: 1 },
    (given) => given.status !== 'passed' && startsAndIsJudged(given),
  );
  if (verdict.status === 'passed') {
    return {
      check: 'starter',
      ok: false,
      message: 'The starter passes all hidden tests: there is nothing to do.',
      advice: 'Take the solution out of starter/, or add hidden tests for what the statement asks.',
    };
  }
  if (!startsAndIsJudged(verdict)) {
    return {
      check: 'starter',
      ok: false,
      message: `The starter does not run. ${describeVerdict(verdict, 'all')}`,
      advice: `A candidate should begin with code that runs. Correct starter/. ${explainFailure(verdict, 'starter')}`,
    };
  }
  return {
    check: 'starter',
    ok: true,
    message: `The starter runs and does not pass. ${describeVerdict(verdict, 'all')}`,
  };
}

/** Whether the code compiled and loaded, so that tests met it. */
export function startsAndIsJudged(verdict: Verdict): boolean {
  if (verdict.status === 'compile_error' || verdict.status === 'no_tests') return false;
  return !('during' in verdict && verdict.during.phase === 'load');
}
