import type { Diagnostic, Suite, Verdict } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import { type AuthorJudge, findBrokenTests, type Judge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';

/** The judge itself failed: this says nothing about the challenge. */
export class JudgeFailure extends Error {
  override name = 'JudgeFailure';
}

/** Nothing can be judged, because the challenge's tests or seed.sql fail by themselves. The message begins with the place. */
export class BrokenTests extends JudgeFailure {
  override name = 'BrokenTests';
}

type JudgedRun = { files: Files; suite: Suite; seed: number; only?: readonly string[] };

/** Judges `files` with the tests of a challenge. Rejects with JudgeFailure when the verdict is our own fault. */
export async function judgeChallenge(
  challenge: Challenge,
  judge: Judge,
  run: JudgedRun,
): Promise<Verdict> {
  return believe(await judge.judge({ challenge: challenge.judged, ...run }));
}

/**
 * As `judgeChallenge`, in series with other runs of the challenge. What is not as it `ought` to be is judged once more
 * alone, and that decides: a series says nothing against a challenge by itself.
 */
export async function judgeInSeries(
  challenge: Challenge,
  judge: AuthorJudge,
  run: JudgedRun,
  ought: (verdict: Verdict) => boolean,
): Promise<Verdict> {
  const verdict = await judge.judgeInSeries({ challenge: challenge.judged, ...run });
  return ought(verdict) ? verdict : judgeChallenge(challenge, judge, run);
}

function believe(verdict: Verdict): Verdict {
  const broken = findBrokenTests(verdict);
  // The frames of its stack are those of the bundle.
  if (broken !== undefined) throw new BrokenTests(broken.replace(/\n\s+at .*/s, ''));
  if (verdict.status === 'sandbox_error')
    throw new JudgeFailure(`${verdict.message} (${verdict.errorId})`);
  return verdict;
}

/** What keeps the tests of a challenge from compiling. Rejects with JudgeFailure when they could not be tried. */
export async function findTestProblems(
  challenge: Challenge,
  judge: AuthorJudge,
): Promise<Diagnostic[]> {
  try {
    return await judge.findTestProblems(challenge.judged);
  } catch (error) {
    throw new JudgeFailure(error instanceof Error ? error.message : String(error));
  }
}
