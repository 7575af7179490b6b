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

/** Judges `files` with the tests of a challenge. Rejects with JudgeFailure when the verdict is our own fault. */
export async function judgeChallenge(
  challenge: Challenge,
  judge: Judge,
  run: { files: Files; suite: Suite; seed: number; only?: readonly string[] },
): Promise<Verdict> {
  const verdict = await judge.judge({ challenge: challenge.judged, ...run });
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
