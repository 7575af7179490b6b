import { useEffect } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';

/** Follows "Go to definition" into other files; declarations of packages are shown in a peek, for they are in no tab. */
export function useEditorOpener(
  monaco: MonacoApi | undefined,
  models: WorkspaceModels | undefined,
  openPlace: OpenPlace,
): void {
  useEffect(() => {
    if (monaco === undefined || models === undefined) return undefined;
    const opener = monaco.editor.registerEditorOpener({
      openCodeEditor(source, resource, target) {
        const file = models.pathOf(resource);
        if (file === undefined) {
          source.trigger('definition', 'editor.action.peekDefinition', null);
          return true;
        }
        const start = target === undefined ? undefined : startOf(target);
        openPlace({ file, line: start?.line ?? 1, column: start?.column ?? 1 });
        return true;
      },
    });
    return () => opener.dispose();
  }, [monaco, models, openPlace]);
}

function startOf(
  target: { lineNumber: number; column: number } | { startLineNumber: number; startColumn: number },
): { line: number; column: number } {
  return 'lineNumber' in target
    ? { line: target.lineNumber, column: target.column }
    : { line: target.startLineNumber, column: target.startColumn };
}
