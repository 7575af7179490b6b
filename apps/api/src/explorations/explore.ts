import { randomUUID } from 'node:crypto';
import type { Exploration, ExploreStep } from '@assay/contracts/http';
import { findAttempt, insertAttemptEvents, listPinnedChallenges } from '@assay/db';
import type { Services } from '#services.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { ownerOf } from '#submissions/ownerOf.ts';
import { findFilesRefusal } from '#workspaces/findFilesRefusal.ts';
import { workspaceKey } from '#workspaces/workspaceLog.ts';

export const exploreRoute = routes.candidate.explore
  .use(asCandidate)
  .handler(async ({ input: { challenge, steps }, context: { services, attemptId }, signal }) => {
    const workspace = { attemptId, challenge };
    return unwrap(await explore(services, workspace, steps, signal)).exploration;
  });

/** Tries requests or statements on the workspace as it is saved. Of it is kept when it was and how many there were. */
async function explore(
  services: Services,
  workspace: { attemptId: string; challenge: string },
  steps: ExploreStep[],
  signal?: AbortSignal,
): Promise<{ ok: true; exploration: Exploration } | Refusal> {
  const { db, rooms, challenges, fleeting, now } = services;
  const found = await findAttempt(db, workspace.attemptId);
  const pinned = (await listPinnedChallenges(db, workspace.attemptId)).find(
    ({ slug }) => slug === workspace.challenge,
  );
  if (found === undefined || pinned === undefined) return notFound;
  const files = await rooms.room(workspaceKey(workspace)).files();
  const { judged } = await challenges.get(pinned.hash);
  const refused =
    findClockRefusal(found.attempt, pinned, now()) ??
    findFilesRefusal(files) ??
    findStepsRefusal(steps, { http: judged.port === 'http', sql: judged.seedSql !== undefined });
  if (refused !== undefined) return refused;
  const explorationId = randomUUID();
  await insertAttemptEvents(db, workspace.attemptId, [
    {
      id: explorationId,
      kind: 'explored',
      at: now(),
      challenge: workspace.challenge,
      steps: steps.length,
    },
  ]);
  const exploration = await fleeting.explore(
    {
      explorationId,
      challengeHash: pinned.hash,
      seed: found.attempt.seed,
      files,
      steps,
    },
    ownerOf(found.attempt),
    signal,
  );
  return exploration === undefined ? busy : { ok: true, exploration };
}

/** Why a challenge cannot take these steps; `has` says what it offers to explore. */
export function findStepsRefusal(
  steps: readonly ExploreStep[],
  has: { http: boolean; sql: boolean },
): Refusal | undefined {
  if (steps.some(({ kind }) => kind === 'http') && !has.http)
    return refusal(
      'NOT_EXPLORABLE',
      422,
      'This challenge has no server that requests could go to.',
    );
  if (steps.some(({ kind }) => kind === 'sql') && !has.sql)
    return refusal('NOT_EXPLORABLE', 422, 'This challenge has no database.');
  return undefined;
}

export const busy = refusal(
  'JUDGE_BUSY',
  503,
  'No judge had time for this. Nothing is lost; try again in a moment.',
);
