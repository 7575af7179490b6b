import type { Files } from '@assay/contracts/workspace';
import { findAttempt, listPinnedChallenges } from '@assay/db';
import type { Services } from '#services.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { replaceFiles } from './replaceFiles.ts';
import { workspaceKey } from './workspaceLog.ts';

export const getWorkspaceRoute = routes.candidate.getWorkspace
  .use(asCandidate)
  .handler(async ({ input: { challenge }, context: { services, attemptId } }) => {
    return { files: unwrap(await getWorkspace(services, { attemptId, challenge })).files };
  });

export const replaceWorkspaceRoute = routes.candidate.replaceWorkspace
  .use(asCandidate)
  .handler(async ({ input: { challenge, files }, context: { services, attemptId } }) => {
    return {
      files: unwrap(await replaceWorkspace(services, { attemptId, challenge, files })).files,
    };
  });

type Workspace = { attemptId: string; challenge: string };

async function getWorkspace(
  services: Services,
  workspace: Workspace,
): Promise<{ ok: true; files: Files } | Refusal> {
  const refused = await findWorkspaceRefusal(services, workspace);
  if (refused !== undefined && (refused.code === 'NOT_FOUND' || refused.code === 'NOT_STARTED'))
    return refused;
  return { ok: true, files: await services.rooms.room(workspaceKey(workspace)).files() };
}

/** Replaces all files by what the candidate sends. */
async function replaceWorkspace(
  services: Services,
  { files, ...workspace }: Workspace & { files: Record<string, string> },
): Promise<{ ok: true; files: Files } | Refusal> {
  const refused = await findWorkspaceRefusal(services, workspace);
  if (refused !== undefined) return refused;
  const replaced = await replaceFiles(services, workspace, files, 'candidate');
  // The clock may have run out in between.
  if (!replaced.ok) return (await findWorkspaceRefusal(services, workspace)) ?? replaced;
  return { ok: true, files: await services.rooms.room(workspaceKey(workspace)).files() };
}

async function findWorkspaceRefusal(
  { db, now }: Services,
  { attemptId, challenge }: Workspace,
): Promise<Refusal | undefined> {
  const found = await findAttempt(db, attemptId);
  const pinned = (await listPinnedChallenges(db, attemptId)).find(({ slug }) => slug === challenge);
  if (found === undefined || pinned === undefined) return notFound;
  return findClockRefusal(found.attempt, pinned, now());
}
