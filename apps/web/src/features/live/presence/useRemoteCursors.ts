import type { RosterEntry } from '@assay/contracts/live';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import type { Presence } from './presence.ts';
import { RemoteCursors } from './RemoteCursors.ts';

/** Shows the others in an editor. */
export function useRemoteCursors({
  monaco,
  instance,
  models,
  files,
  presence,
  roster,
}: {
  monaco: MonacoApi | undefined;
  instance: editor.IStandaloneCodeEditor | undefined;
  models: WorkspaceModels | undefined;
  files: Y.Map<Y.Text>;
  presence: Presence;
  roster: readonly RosterEntry[];
}): void {
  const cursors = useRef<RemoteCursors>(null);
  useEffect(() => {
    if (monaco === undefined || instance === undefined || models === undefined) return undefined;
    const created = new RemoteCursors(monaco, instance, { models, files }, presence);
    cursors.current = created;
    return () => {
      cursors.current = null;
      created.dispose();
    };
  }, [monaco, instance, models, files, presence]);
  useEffect(
    () => cursors.current?.setRoster(roster),
    [roster, monaco, instance, models, files, presence],
  );
}
