import type { VerifyReport, VerifyRow } from '@assay/contracts/challenge';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { verifyChallenge } from './verifyChallenge.ts';

type Options = {
  /** Told of each challenge before its rows. */
  onChallenge?: (challenge: Challenge) => void;
  /** Gets each row as soon as it is known and those before it are told. */
  onRow?: (row: VerifyRow) => void;
  /** With how many seeds the references are judged. */
  seeds?: number;
};

/**
 * Sends challenges through the publishing gate with one judge, and tells of them one after the other. The next one
 * begins when only mutants are left of the one before, so that the judge is never idle.
 */
export async function verifyChallenges(
  challenges: readonly Challenge[],
  judge: AuthorJudge,
  { onChallenge = () => {}, onRow = () => {}, seeds }: Options = {},
): Promise<VerifyReport[]> {
  const reports: VerifyReport[] = [];
  const [first, ...rest] = challenges;
  let underway = first && begin(first, judge, seeds);
  while (underway) {
    const current = underway;
    onChallenge(current.challenge);
    current.tell(onRow);
    await current.nearlyDone;
    const next = rest.shift();
    underway = next && begin(next, judge, seeds);
    reports.push(await current.report);
  }
  return reports;
}

/** Starts a verification, whose rows wait until somebody is told of them. */
function begin(challenge: Challenge, judge: AuthorJudge, seeds: number | undefined) {
  const untold: VerifyRow[] = [];
  let tellRow = (row: VerifyRow): void => void untold.push(row);
  const { promise: nearlyDone, resolve } = Promise.withResolvers<void>();
  const report = verifyChallenge(challenge, judge, {
    onRow: (row) => tellRow(row),
    onStep: ({ check }) => {
      if (check === 'mutation') resolve();
    },
    ...(seeds !== undefined && { seeds }),
  });
  report.then(
    () => resolve(),
    () => resolve(),
  );
  return {
    challenge,
    report,
    nearlyDone,
    tell(onRow: (row: VerifyRow) => void) {
      for (const row of untold) onRow(row);
      tellRow = onRow;
    },
  };
}
