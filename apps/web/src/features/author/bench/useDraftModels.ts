import { useEffect, useState } from 'react';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import type { Draft } from './Draft.ts';

/** The editor's models of all files of a draft. */
export function useDraftModels(
  monaco: MonacoApi | undefined,
  draft: Draft,
  slug: string,
): WorkspaceModels | undefined {
  const [models, setModels] = useState<WorkspaceModels>();
  useEffect(() => {
    if (monaco === undefined) return undefined;
    const created = new WorkspaceModels(monaco, draft.files, slug, `assay/undo/author/${slug}`);
    setModels(created);
    return () => {
      setModels(undefined);
      created.dispose();
    };
  }, [monaco, draft, slug]);
  return models;
}
