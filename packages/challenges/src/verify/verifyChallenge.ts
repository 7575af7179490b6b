import type {
  MutationScore,
  VerifyReport,
  VerifyRow,
  VerifyStep,
} from '@assay/contracts/challenge';
import type { Verdict } from '@assay/contracts/verdict';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { checkAlternative } from './checkAlternative.ts';
import { checkHeadroom } from './checkHeadroom.ts';
import { checkMutation } from './checkMutation.ts';
import { checkNames } from './checkNames.ts';
import { checkReference } from './checkReference.ts';
import { checkRepeatable } from './checkRepeatable.ts';
import { checkStarter } from './checkStarter.ts';
import { checkTranslation } from './checkTranslation.ts';
import { otherLanguages } from '#folder/sections.ts';
import { checkWrong } from './checkWrong.ts';
import { BrokenTests, JudgeFailure } from './judgeChallenge.ts';

export type VerifyOptions = {
  /** Gets each row as soon as it is known. */
  onRow?: (row: VerifyRow) => void;
  /** Told what is tried now, and how far it is. */
  onStep?: (step: VerifyStep) => void;
  /** With how many seeds the reference is judged. */
  seeds?: number;
};

/**
 * The publishing gate: runs the reference, the starter, every wrong solution and every mutant of a challenge.
 * When the reference does not pass, nothing else is tried. Never rejects for what the challenge does.
 */
export async function verifyChallenge(
  challenge: Challenge,
  judge: AuthorJudge,
  { onRow = () => {}, onStep = () => {}, seeds = 20 }: VerifyOptions = {},
): Promise<VerifyReport> {
  const rows: VerifyRow[] = [];
  const add = (row: VerifyRow) => {
    rows.push(row);
    onRow(row);
  };

  let mutation: MutationScore | undefined;
  try {
    mutation = await runChecks(challenge, judge, seeds, add, onStep);
  } catch (error) {
    if (!(error instanceof JudgeFailure)) throw error;
    add(error instanceof BrokenTests ? brokenTests(error) : judgeFailed(error));
  }

  return {
    slug: challenge.judged.slug,
    title: challenge.manifest.title,
    hash: challenge.judged.hash,
    ok: rows.every((row) => row.ok),
    rows,
    ...(mutation && { mutation }),
  };
}

function brokenTests({ message }: BrokenTests): VerifyRow {
  return {
    check: 'reference',
    ok: false,
    message: 'The tests fail before the first of them runs.',
    advice: `Correct the tests, or seed.sql. ${message}`,
  };
}

function judgeFailed({ message }: JudgeFailure): VerifyRow {
  return {
    check: 'judge',
    ok: false,
    message: 'The judge failed. This says nothing about the challenge.',
    advice: `Try again. What went wrong: ${message}`,
  };
}

/** The score of the mutants, when it came to that. */
async function runChecks(
  challenge: Challenge,
  judge: AuthorJudge,
  seeds: number,
  add: (row: VerifyRow) => void,
  onStep: (step: VerifyStep) => void,
): Promise<MutationScore | undefined> {
  onStep({ check: 'reference' });
  const reference = await checkReference(challenge, judge);
  add(reference.row);
  if (!reference.row.ok || reference.verdict === undefined) return undefined;
  add(checkNames(challenge, reference.verdict));
  const repeated = await runTogether(challenge, judge, reference.verdict, { seeds, add, onStep });
  add(checkHeadroom(challenge, repeated.verdicts));
  if (!repeated.row.ok) return undefined;
  onStep({ check: 'mutation' });
  const { row, mutation } = await checkMutation(challenge, judge, (done, total) =>
    onStep({ check: 'mutation', done, total }),
  );
  add(row);
  return mutation;
}

/**
 * Hands the judge all runs of the checks that do not wait for each other, so that it is never idle; rows and steps
 * come in order all the same. None of the runs goes on after it.
 */
async function runTogether(
  challenge: Challenge,
  judge: AuthorJudge,
  reference: Verdict,
  {
    seeds,
    add,
    onStep,
  }: { seeds: number; add(row: VerifyRow): void; onStep(step: VerifyStep): void },
) {
  let runsDone = 0;
  let onRun = () => {};
  const alternative = challenge.alternative && checkAlternative(challenge, judge);
  const starter = checkStarter(challenge, judge);
  const translations = otherLanguages(challenge.manifest).map((language) =>
    checkTranslation(challenge, language, judge),
  );
  const wrong = Object.keys(challenge.wrong).map((name) => checkWrong(challenge, name, judge));
  const repeatable = checkRepeatable(challenge, judge, reference, seeds, (done) => {
    runsDone = done;
    onRun();
  });
  const over = Promise.allSettled([alternative, ...translations, starter, ...wrong, repeatable]);
  try {
    if (alternative) {
      onStep({ check: 'alternative' });
      add(await alternative);
    }
    for (const translation of translations) {
      onStep({ check: 'translation' });
      add(await translation);
    }
    onStep({ check: 'starter' });
    add(await starter);
    for (const [index, row] of wrong.entries()) {
      onStep({ check: 'wrong', done: index, total: wrong.length });
      add(await row);
    }
    onRun = () => onStep({ check: 'repeatable', done: runsDone, total: seeds });
    onRun();
    const repeated = await repeatable;
    add(repeated.row);
    return repeated;
  } finally {
    await over;
  }
}
