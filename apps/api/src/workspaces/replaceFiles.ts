import type { WorkspaceKey } from '@assay/db';
import type { Services } from '#services.ts';
import { type Refusal, refusal } from '#http/refusal.ts';
import { refuseFiles } from './findFilesRefusal.ts';
import { workspaceKey } from './workspaceLog.ts';

/** Makes a workspace hold exactly `files`, and shows it to those who have it open. */
export async function replaceFiles(
  { rooms, announce }: Pick<Services, 'rooms' | 'announce'>,
  workspace: WorkspaceKey,
  files: Record<string, string>,
  author: 'candidate' | 'server',
): Promise<{ ok: true } | Refusal> {
  const replaced = await rooms.room(workspaceKey(workspace)).replace(files, author);
  if (!replaced.ok && 'problem' in replaced) return refuseFiles(replaced.problem);
  if (!replaced.ok) return refusal('DEADLINE_PASSED', 409, replaced.message);
  if (replaced.entry) announce.workspaceUpdated({ ...workspace, update: replaced.entry.bytes });
  return { ok: true };
}
