import { useEffect } from 'react';
import type { CodePlace } from './CodeView.tsx';
import type { MonacoApi } from './loadMonaco.ts';
import type { FileModels } from './FileModels.ts';

/** Follows "Go to definition" into other files; declarations of packages are shown in a peek, for they are in no tab. */
export function useEditorOpener(
  monaco: MonacoApi | undefined,
  models: Pick<FileModels, 'pathOf'> | undefined,
  openPlace: (place: CodePlace) => void,
): void {
  useEffect(() => {
    if (monaco === undefined || models === undefined) return undefined;
    const opener = monaco.editor.registerEditorOpener({
      openCodeEditor(source, resource, target) {
        const shown = source.getModel();
        // Another editor's, beside this one.
        if (shown === null || models.pathOf(shown.uri) === undefined) return false;
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
