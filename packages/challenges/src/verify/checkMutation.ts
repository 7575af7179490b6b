import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { mutateChallenge } from '#mutate/mutateChallenge.ts';
import type { VerifyRow } from './VerifyReport.ts';

/** Survivors that the advice names; `mutate` prints all. */
const shownSurvivors = 5;

/** The hidden tests notice enough of the small changes that are made to the reference. */
export async function checkMutation(challenge: Challenge, judge: AuthorJudge): Promise<VerifyRow> {
  const report = await mutateChallenge(challenge, judge);
  const [problem] = report.problems;
  if (problem) {
    const message = 'The list of equivalent mutants is out of date.';
    const advice = `challenge.yaml:${problem.line}: ${problem.message}`;
    return { check: 'mutation', ok: false, message, advice };
  }
  const message = `The hidden tests kill ${report.killed} of ${report.total} mutants: ${report.score} %, asked for are ${report.required} %.`;
  if (report.score >= report.required) return { check: 'mutation', ok: true, message };
  const listed = report.survivors
    .slice(0, shownSurvivors)
    .map(({ file, line, change }) => `solution/${file}:${line}: ${change}`);
  const advice = `Test what the statement promises and these change, or list what cannot be noticed under mutation.equivalent. \`challenge mutate\` prints all ${report.survivors.length}.\n${listed.join('\n')}`;
  return { check: 'mutation', ok: false, message, advice };
}
