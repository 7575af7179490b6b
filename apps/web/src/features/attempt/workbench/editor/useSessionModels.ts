import { useEffect, useState } from 'react';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';

/** The editor's models of every challenge; they outlive switching between challenges, and so does undo. */
export function useSessionModels(
  monaco: MonacoApi | undefined,
  workspaces: ReadonlyMap<string, AttemptWorkspace> | undefined,
  attemptId: string,
): ReadonlyMap<string, WorkspaceModels> | undefined {
  const [models, setModels] = useState<ReadonlyMap<string, WorkspaceModels>>();
  useEffect(() => {
    if (monaco === undefined || workspaces === undefined) return undefined;
    const created = new Map(
      [...workspaces].map(([slug, { files }]) => [
        slug,
        new WorkspaceModels(monaco, files, slug, `assay/undo/${attemptId}/${slug}`),
      ]),
    );
    setModels(created);
    return () => {
      setModels(undefined);
      for (const model of created.values()) model.dispose();
    };
  }, [monaco, workspaces, attemptId]);
  return models;
}
