import type { Files } from '@assay/contracts/workspace';
import { findAttempt, listPinnedChallenges } from '@assay/db';
import type { Services } from '#services.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { refuseFiles } from './findFilesRefusal.ts';
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

/** Replaces all files, and shows it to those who have the workspace open. */
async function replaceWorkspace(
  services: Services,
  { files, ...workspace }: Workspace & { files: Record<string, string> },
): Promise<{ ok: true; files: Files } | Refusal> {
  const refused = await findWorkspaceRefusal(services, workspace);
  if (refused !== undefined) return refused;
  const room = services.rooms.room(workspaceKey(workspace));
  const replaced = await room.replace(files, 'candidate');
  if (!replaced.ok && 'problem' in replaced) return refuseFiles(replaced.problem);
  if (!replaced.ok) {
    // The clock ran out in between.
    return (
      (await findWorkspaceRefusal(services, workspace)) ??
      refusal('DEADLINE_PASSED', 409, replaced.message)
    );
  }
  if (replaced.entry)
    services.announce.workspaceUpdated({ ...workspace, update: replaced.entry.bytes });
  return { ok: true, files: await room.files() };
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
