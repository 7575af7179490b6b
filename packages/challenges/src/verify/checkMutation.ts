import type { MutationScore, VerifyRow } from '@assay/contracts/challenge';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { mutateChallenge } from '#mutate/mutateChallenge.ts';
import type { MutationReport } from '#mutate/MutationReport.ts';

/** Survivors that the advice names; `mutate` prints all. */
const shownSurvivors = 5;
/** Survivors that a report keeps. Counters a reference without a test. */
const keptSurvivors = 100;

/** The hidden tests notice enough of the small changes that are made to the reference. */
export async function checkMutation(
  challenge: Challenge,
  judge: AuthorJudge,
  onMutant: (done: number, total: number) => void,
): Promise<{ row: VerifyRow; mutation: MutationScore }> {
  const report = await mutateChallenge(challenge, judge, onMutant);
  const { score, required, killed, total } = report;
  const survivors = report.survivors
    .slice(0, keptSurvivors)
    .map(({ file, line, change, covered }) => ({ file, line, change, covered }));
  return { row: rowOf(report), mutation: { score, required, killed, total, survivors } };
}

function rowOf(report: MutationReport): VerifyRow {
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
