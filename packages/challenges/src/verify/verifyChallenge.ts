import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { checkAlternative } from './checkAlternative.ts';
import { checkHeadroom } from './checkHeadroom.ts';
import { checkMutation } from './checkMutation.ts';
import { checkNames } from './checkNames.ts';
import { checkReference } from './checkReference.ts';
import { checkRepeatable } from './checkRepeatable.ts';
import { checkStarter } from './checkStarter.ts';
import { checkWrong } from './checkWrong.ts';
import { JudgeFailure } from './judgeChallenge.ts';
import type { VerifyReport, VerifyRow } from './VerifyReport.ts';

export type VerifyOptions = {
  /** With how many seeds the reference is judged. */
  seeds?: number;
};

/**
 * The publishing gate: runs the reference, the starter, every wrong solution and every mutant of a challenge.
 * `onRow` gets each row as soon as it is known. When the reference does not pass, nothing else is tried.
 * Never rejects for what the challenge does.
 */
export async function verifyChallenge(
  challenge: Challenge,
  judge: AuthorJudge,
  onRow: (row: VerifyRow) => void = () => {},
  { seeds = 20 }: VerifyOptions = {},
): Promise<VerifyReport> {
  const rows: VerifyRow[] = [];
  const add = (row: VerifyRow) => {
    rows.push(row);
    onRow(row);
  };

  try {
    await runChecks(challenge, judge, seeds, add);
  } catch (error) {
    if (!(error instanceof JudgeFailure)) throw error;
    add({
      check: 'judge',
      ok: false,
      message: 'The judge failed. This says nothing about the challenge.',
      advice: `Try again. What went wrong: ${error.message}`,
    });
  }

  return {
    slug: challenge.judged.slug,
    title: challenge.manifest.title,
    hash: challenge.judged.hash,
    ok: rows.every((row) => row.ok),
    rows,
  };
}

async function runChecks(
  challenge: Challenge,
  judge: AuthorJudge,
  seeds: number,
  add: (row: VerifyRow) => void,
): Promise<void> {
  const reference = await checkReference(challenge, judge);
  add(reference.row);
  if (!reference.row.ok) return;
  add(checkNames(challenge, reference.verdict));
  if (challenge.alternative) add(await checkAlternative(challenge, judge));
  add(await checkStarter(challenge, judge));
  for (const name of Object.keys(challenge.wrong)) add(await checkWrong(challenge, name, judge));
  const repeated = await checkRepeatable(challenge, judge, seeds);
  add(repeated.row);
  add(checkHeadroom(challenge, [reference.verdict, ...repeated.verdicts]));
  if (repeated.row.ok) add(await checkMutation(challenge, judge));
}
