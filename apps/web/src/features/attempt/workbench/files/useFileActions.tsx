import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import type { Understanding } from '#features/attempt/workbench/editor/useTypes.ts';
import { movesOf } from './movesOf.ts';
import { UndoDelete } from './UndoDelete.tsx';

/** Files that can be edited: a candidate's workspace, or an author's draft. */
type EditedFiles = Pick<AttemptWorkspace, 'paths' | 'createFile' | 'renameFile' | 'deleteFile'>;

/** Creating, moving and deleting files; imports follow what is moved. */
export function useFileActions({
  workspace,
  monaco,
  models,
  understanding,
  openTab,
  renameTab,
}: {
  workspace: EditedFiles;
  monaco: MonacoApi | undefined;
  models: WorkspaceModels | undefined;
  understanding: Understanding | undefined;
  openTab: (path: string) => void;
  renameTab: (from: string, to: string) => void;
}) {
  const create = useCallback(
    (path: string) => {
      workspace.createFile(path);
      openTab(path);
    },
    [workspace, openTab],
  );

  const moveFile = useCallback(
    async (from: string, to: string) => {
      const uri = models?.get(from)?.uri;
      const edits =
        understanding && models && uri
          ? await understanding
              .importsAfterRename(
                models,
                uri,
                uri.with({ path: `${uri.path.slice(0, -from.length)}${to}` }),
              )
              // Without them the file is moved all the same; the Problems list shows what no longer fits.
              .catch(() => [])
          : [];
      workspace.renameFile(from, to);
      renameTab(from, to);
      for (const path of new Set(edits.map((edit) => edit.path))) {
        const model = models?.get(path === from ? to : path);
        if (model === undefined || monaco === undefined) continue;
        const own = edits
          .filter((edit) => edit.path === path)
          .map(({ start, length, text }) => ({
            range: monaco.Range.fromPositions(
              model.getPositionAt(start),
              model.getPositionAt(start + length),
            ),
            text,
          }));
        model.pushEditOperations([], own, () => null);
      }
    },
    [workspace, monaco, models, understanding, renameTab],
  );

  const move = useCallback(
    async (from: string, to: string) => {
      for (const step of movesOf(workspace.paths, from, to)) {
        // One after the other: each move changes the imports that the next one finds.
        await moveFile(step.from, step.to);
      }
    },
    [workspace, moveFile],
  );

  const remove = useCallback(
    (path: string) => {
      const gone = movesOf(workspace.paths, path, path).map(({ from }) => ({
        path: from,
        content: workspace.deleteFile(from),
      }));
      const id = `deleted ${path}`;
      notifications.show({
        id,
        title:
          gone.length > 1
            ? `${path} and its ${gone.length} files are deleted`
            : `${path} is deleted`,
        autoClose: 15_000,
        message: (
          <UndoDelete
            onUndo={() => {
              notifications.hide(id);
              for (const file of gone) {
                if (!workspace.paths.includes(file.path))
                  workspace.createFile(file.path, file.content);
              }
              const [first] = gone;
              if (first) openTab(first.path);
            }}
          />
        ),
      });
    },
    [workspace, openTab],
  );

  return { create, move, remove };
}
