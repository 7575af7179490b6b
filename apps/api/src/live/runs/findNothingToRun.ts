import { blankChallenge, blankEntries } from '@assay/contracts/challenge';
import type { LiveOffers, LiveRefusal, LiveRunAsked, LiveStep } from '@assay/contracts/live';
import { type Files, isTestFile } from '@assay/contracts/workspace';
import type { LiveSessionRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { findStepsRefusal } from '#explorations/explore.ts';
import { refuse } from '#realtime/socketRefusal.ts';

const noEntry = refuse(
  'not_now',
  `There is nothing to run yet: code without a challenge starts from ${blankEntries[0]}.`,
);
const noTests = refuse(
  'not_now',
  'There are no tests yet. Files such as tests/first.test.ts are run as tests.',
);
const noHidden = refuse('not_now', 'This session has no challenge, so there are no hidden tests.');

/** What a session has to run beside its code. Without a challenge, code may serve requests and has no database. */
export async function listOffers(
  { challenges }: Pick<Services, 'challenges'>,
  { challengeHash }: Pick<LiveSessionRecord, 'challengeHash'>,
): Promise<LiveOffers> {
  if (challengeHash === null) return { tests: false, http: true, sql: false };
  const { judged } = await challenges.get(challengeHash);
  return { tests: true, http: judged.port === 'http', sql: judged.seedSql !== undefined };
}

/** Why there is nothing to run, in words; `undefined` when there is. */
export async function findNothingToRun(
  services: Pick<Services, 'challenges'>,
  session: Pick<LiveSessionRecord, 'challengeHash'>,
  { asked, steps, files }: { asked: LiveRunAsked; steps: LiveStep[]; files: Files },
): Promise<LiveRefusal | undefined> {
  const offers = await listOffers(services, session);
  if (!offers.tests && blankChallenge(files) === undefined) return noEntry;
  if (asked.kind === 'requests') {
    const refused = findStepsRefusal(
      steps.map(({ step }) => step),
      offers,
    );
    return refused && refuse('not_now', refused.message);
  }
  if (offers.tests) return undefined;
  if (asked.suite === 'hidden') return noHidden;
  return Object.keys(files).some(isTestFile) ? undefined : noTests;
}
