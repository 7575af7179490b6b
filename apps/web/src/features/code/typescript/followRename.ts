import type { Uri } from 'monaco-editor/editor/editor.api.js';
import { getTypeScriptWorker } from 'monaco-editor/languages/features/typescript/register.js';
import type { FileEdits } from 'monaco-editor/language/typescript/ts.worker.js';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';

type RenamingWorker = { getEditsForFileRename(from: string, to: string): Promise<FileEdits[]> };

/** An edit that an import needs, in the text of the file `path` as it is now. */
export type ImportEdit = { path: string; start: number; length: number; text: string };

/** What has to change in a workspace so that its imports still find the file that is to be called `to`. */
export async function importsAfterRename(
  models: WorkspaceModels,
  from: Uri,
  to: Uri,
): Promise<ImportEdit[]> {
  const all = models.all();
  const connect = await getTypeScriptWorker();
  const worker: unknown = await connect(...all.map(({ model }) => model.uri));
  const edits = await (worker as RenamingWorker).getEditsForFileRename(
    from.toString(),
    to.toString(),
  );
  return edits.flatMap(({ fileName, textChanges }) => {
    const path = all.find(({ model }) => model.uri.toString() === fileName)?.path;
    if (path === undefined) return [];
    return textChanges.map(({ span, newText }) => ({ path, ...span, text: newText }));
  });
}
