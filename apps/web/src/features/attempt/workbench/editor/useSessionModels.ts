import { useEffect, useState } from 'react';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import type { AttemptSession } from '#features/attempt/workbench/useAttemptSession.ts';

/** The editor's models of every challenge; they outlive switching between challenges, and so does undo. */
export function useSessionModels(
  monaco: MonacoApi | undefined,
  session: AttemptSession | undefined,
  attemptId: string,
): ReadonlyMap<string, WorkspaceModels> | undefined {
  const [models, setModels] = useState<ReadonlyMap<string, WorkspaceModels>>();
  useEffect(() => {
    if (monaco === undefined || session === undefined) return undefined;
    const created = new Map(
      [...session.workspaces].map(([slug, { files }]) => [
        slug,
        new WorkspaceModels(monaco, files, slug, `assay/undo/${attemptId}/${slug}`),
      ]),
    );
    setModels(created);
    return () => {
      setModels(undefined);
      for (const model of created.values()) model.dispose();
    };
  }, [monaco, session, attemptId]);
  return models;
}
