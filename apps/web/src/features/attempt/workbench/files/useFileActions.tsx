import { notifications } from '@mantine/notifications';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import type { Understanding } from '#features/code/typescript/useTypes.ts';
import { type Move, movesOf } from './movesOf.ts';
import { UndoDelete } from './UndoDelete.tsx';

/** Files that can be edited: a candidate's workspace, or an author's draft. */
type EditedFiles = Pick<AttemptWorkspace, 'paths' | 'createFile' | 'renameFile' | 'deleteFile'>;

/** How long a move waits, ms, for the part of the editor that knows TypeScript, while a page has just been opened. */
const understandingMs = 5_000;
const askAgainMs = 50;

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
  const latest = useRef(understanding);
  useEffect(() => {
    latest.current = understanding;
  }, [understanding]);
  const lastMove = useRef(Promise.resolve());

  const create = useCallback(
    (path: string) => {
      workspace.createFile(path);
      openTab(path);
    },
    [workspace, openTab],
  );

  const moveNow = useCallback(
    async (from: string, to: string) => {
      const imports = await waitFor(latest, monaco === undefined ? 0 : understandingMs);
      const moves = movesOf(workspace.paths, from, to);
      const edits = await findEdits(imports, models, moves[0], { from, to });
      for (const step of moves) {
        workspace.renameFile(step.from, step.to);
        renameTab(step.from, step.to);
      }
      const nameOf = (path: string) => moves.find((step) => step.from === path)?.to ?? path;
      for (const [path, own] of Map.groupBy(edits, (edit) => nameOf(edit.path))) {
        const model = models?.get(path);
        if (model === undefined || monaco === undefined) continue;
        const changes = own.map(({ start, length, text }) => ({
          range: monaco.Range.fromPositions(
            model.getPositionAt(start),
            model.getPositionAt(start + length),
          ),
          text,
        }));
        model.pushEditOperations([], changes, () => null);
      }
    },
    [workspace, monaco, models, latest, renameTab],
  );

  const move = useCallback(
    (from: string, to: string) => {
      // One after the other: each changes the imports that the next one finds.
      lastMove.current = lastMove.current.then(() => moveNow(from, to));
      return lastMove.current;
    },
    [moveNow],
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

async function waitFor<T>(latest: RefObject<T | undefined>, ms: number): Promise<T | undefined> {
  const end = performance.now() + ms;
  while (latest.current === undefined && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  return latest.current;
}

/** What imports need so that they follow `move`, of a file or of a whole folder; `first` is one file of it. */
async function findEdits(
  understanding: Understanding | undefined,
  models: WorkspaceModels | undefined,
  first: Move | undefined,
  move: Move,
) {
  if (understanding === undefined || models === undefined || first === undefined) return [];
  const uri = models.get(first.from)?.uri;
  if (uri === undefined) return [];
  const root = uri.path.slice(0, -first.from.length);
  const at = (path: string) => uri.with({ path: `${root}${path}` });
  return (
    understanding
      .importsAfterRename(models, at(move.from), at(move.to))
      // Without them the files are moved all the same; the Problems list shows what no longer fits.
      .catch(() => [])
  );
}
