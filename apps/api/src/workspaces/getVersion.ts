import { languageOf, worksIn } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { findAttempt, findSubmission, listPinnedChallenges } from '@assay/db';
import type { Services } from '#services.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { workspaceKey } from './workspaceLog.ts';

export const getVersionRoute = routes.candidate.getVersion
  .use(asCandidate)
  .handler(async ({ input: { challenge, version }, context: { services, attemptId } }) => {
    return { files: unwrap(await getVersion(services, { attemptId, challenge, version })).files };
  });

/** The files that a candidate began with in the language that the workspace is in, or those of a run of their own. */
async function getVersion(
  { db, challenges, rooms, now }: Services,
  { attemptId, challenge, version }: { attemptId: string; challenge: string; version: string },
): Promise<{ ok: true; files: Files } | Refusal> {
  const found = await findAttempt(db, attemptId);
  const pinned = (await listPinnedChallenges(db, attemptId)).find(({ slug }) => slug === challenge);
  if (found === undefined || pinned === undefined) return notFound;
  if (findClockRefusal(found.attempt, pinned, now())?.code === 'NOT_STARTED') return notFound;
  if (version === 'starter') {
    const begun = await challenges.get(pinned.hash);
    const present = await rooms.room(workspaceKey({ attemptId, challenge })).files();
    return { ok: true, files: worksIn(begun, languageOf(present, begun.judged)).starter };
  }
  const submission = await findSubmission(db, attemptId, version);
  return submission?.challenge === challenge ? { ok: true, files: submission.files } : notFound;
}
