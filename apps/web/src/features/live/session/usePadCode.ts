import type { Awareness } from '@assay/contracts/live';
import { documentRight } from '@assay/contracts/live';
import type { SaveState } from '@assay/workspace/browser';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { combineSaveStates } from '#features/attempt/workspace/combineSaveStates.ts';
import { usePaths } from '#features/attempt/workspace/useWorkspace.ts';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import { useEditorOpener } from '#features/code/useEditorOpener.ts';
import { useOpenTabs } from '#features/attempt/workbench/editor/useOpenTabs.ts';
import { useSessionModels } from '#features/attempt/workbench/editor/useSessionModels.ts';
import { useTypes } from '#features/code/typescript/useTypes.ts';
import { useFileActions } from '#features/attempt/workbench/files/useFileActions.tsx';
import { useProblems } from '#features/attempt/workbench/problems/useProblems.ts';
import { useZip } from '#features/attempt/workbench/zip/useZip.tsx';
import type { PlaceChange } from '#features/live/presence/OwnPlace.ts';
import { useFollow } from '#features/live/presence/useFollow.ts';
import { useOwnCursor } from '#features/live/presence/useOwnCursor.ts';
import { useRemoteCursors } from '#features/live/presence/useRemoteCursors.ts';
import { useLiveSession } from './LiveSession.ts';

/** The folder of the workspace among the editor's models. */
const folder = 'live';
const typed = [{ folder, entry: 'src/index.ts' }];

/** What stands in front: code, board, or one beside the other. */
export type PadView = Awareness['view'] | 'both';

/** The shared code as this page shows and changes it, and whom it follows. */
export function usePadCode(view: PadView, onView: (view: PadView) => void) {
  const { sessionId, documents, presence, place, roster } = useLiveSession();
  const provider = documents.get('code');
  if (provider === undefined) throw new Error('The code of a session is always open.');
  const workspace = useMemo(
    () =>
      new AttemptWorkspace(folder, provider.doc, {
        provider,
        services: {
          explore: () =>
            Promise.reject(new Error('What is run in a live session goes over its socket.')),
          replaceFiles: () => Promise.reject(new Error('A shared workspace is not replaced.')),
          chooseLanguage: () =>
            Promise.reject(new Error('The language of a session is that of its beginning.')),
        },
      }),
    [provider],
  );
  const { files } = workspace;
  const paths = usePaths(workspace);
  const opened = useSyncExternalStore(
    useCallback((listener: () => void) => provider.subscribe(listener), [provider]),
    () => provider.opened,
  );
  const { monaco, error: monacoError } = useMonaco();
  const workspaces = useMemo(() => new Map([[folder, workspace]]), [workspace]);
  const models = useSessionModels(monaco, workspaces, `live/${sessionId}`)?.get(folder);
  const tabs = useOpenTabs(`assay/tabs/live/${sessionId}`, paths, 'src/index.ts');
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  const [goal, setGoal] = useState<CodePlace>();
  const understanding = useTypes(
    monaco,
    models,
    typed,
    paths.some((path) => path.startsWith('tests/')),
  );
  const problems = useProblems(monaco, models);
  const { openTab, renameTab } = tabs;

  const onPlace = useCallback((change: PlaceChange) => place.tell(change), [place]);
  const shown = { instance, models, files, presence, roster, onPlace };
  useOwnCursor(shown);
  useRemoteCursors({ ...shown, monaco });
  const bringUp = useCallback(
    (wanted: Awareness['view'], file: string | undefined) => {
      if (view !== 'both') onView(wanted);
      if (wanted === 'code' && file !== undefined && files.has(file)) openTab(file);
    },
    [view, onView, files, openTab],
  );
  const follow = useFollow({ ...shown, open: bringUp });
  const { stop } = follow;

  const openFile = useCallback(
    (path: string) => {
      stop();
      if (view === 'board') onView('code');
      openTab(path);
    },
    [stop, view, onView, openTab],
  );
  const openPlace = useCallback(
    ({ file, line, column }: CodePlace) => {
      openFile(file);
      // A new object each time: going to the same place twice is going there twice.
      setGoal({ file, line, column });
    },
    [openFile],
  );
  useEditorOpener(monaco, models, openPlace);
  const actions = useFileActions({ workspace, monaco, models, understanding, openTab, renameTab });
  const { download } = useZip(workspace);
  // What somebody types next is told with what is in front.
  useEffect(() => {
    if (view !== 'both') onPlace({ view });
  }, [view, onPlace]);

  return {
    workspace,
    paths,
    opened,
    monaco,
    monacoError,
    models,
    tabs,
    instance,
    setInstance,
    goal,
    problems,
    follow,
    openFile,
    openPlace,
    actions,
    download,
    onPlace,
  };
}

export type PadCode = ReturnType<typeof usePadCode>;

/** What this person may change now, and why not. */
export function useRights(active: string | undefined) {
  const { self, status, roster } = useLiveSession();
  const own = roster.find(({ participantId }) => participantId === self.participantId);
  const frozen = own?.frozen ?? false;
  const session = { state: status.state, focused: status.focus !== undefined };
  const right = documentRight({ role: self.role, frozen }, session, 'code');
  const locked =
    self.role === 'candidate' && active !== undefined && status.locked.includes(active);
  return {
    mayWrite: right.may === 'write',
    mayEditFile: right.may === 'write' && !locked,
    frozen: self.role === 'candidate' && frozen,
    locked,
  };
}

/** Where what one typed and drew is. */
export function usePadSaveState(): SaveState {
  const { documents } = useLiveSession();
  const [, again] = useState(0);
  useEffect(() => {
    const refresh = () => again((count) => count + 1);
    const ends = [...documents.values()].map((provider) => provider.subscribe(refresh));
    return () => {
      for (const end of ends) end();
    };
  }, [documents]);
  return combineSaveStates([...documents.values()].map(({ saveState }) => saveState));
}
