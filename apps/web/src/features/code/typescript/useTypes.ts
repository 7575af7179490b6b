import { useEffect, useState } from 'react';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { TypedWorkspace } from './offerTypes.ts';
import type * as understandWorkspaces from './understandWorkspaces.ts';
import { whenCalm } from '#features/code/whenCalm.ts';
import type { FileModels } from '#features/code/FileModels.ts';

/** What is fetched for it: the part of the editor that knows TypeScript. */
export type Understanding = typeof understandWorkspaces;

/** Fetches what the sandbox offers, once one can type, and marks mistakes of types in the workspace in view. */
export function useTypes(
  monaco: MonacoApi | undefined,
  models: FileModels | undefined,
  typed: readonly TypedWorkspace[],
  withTests: boolean,
): Understanding | undefined {
  const [understanding, setUnderstanding] = useState<Understanding>();
  const workspaces = JSON.stringify(typed);
  useEffect(() => {
    if (monaco === undefined) return undefined;
    let gone = false;
    // Without it the editor still edits; the next visit tries again.
    void whenCalm(monaco).then(async () => {
      const loaded = await import('./understandWorkspaces.ts');
      if (gone) return;
      await loaded.offerTypes(JSON.parse(workspaces) as TypedWorkspace[], { withTests });
      if (!gone) setUnderstanding(loaded);
    });
    return () => {
      gone = true;
    };
  }, [monaco, workspaces, withTests]);
  useEffect(() => {
    if (monaco === undefined || models === undefined || understanding === undefined)
      return undefined;
    const checker = new understanding.ProjectChecker(monaco, models);
    return () => checker.dispose();
  }, [monaco, models, understanding]);
  return understanding;
}
