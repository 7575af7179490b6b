import { useEffect, useState } from 'react';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';

export type Problem = {
  path: string;
  line: number;
  column: number;
  message: string;
  severity: 'error' | 'warning';
};

const none: Problem[] = [];

/** What the editor marks in the files of a workspace, errors first, by file and line. */
export function useProblems(
  monaco: MonacoApi | undefined,
  models: WorkspaceModels | undefined,
): Problem[] {
  const [problems, setProblems] = useState(none);
  useEffect(() => {
    if (monaco === undefined || models === undefined) return undefined;
    const refresh = () => setProblems(collect(monaco, models));
    refresh();
    const subscription = monaco.editor.onDidChangeMarkers(refresh);
    const end = models.subscribe(refresh);
    return () => {
      subscription.dispose();
      end();
    };
  }, [monaco, models]);
  return problems;
}

function collect(monaco: MonacoApi, models: WorkspaceModels): Problem[] {
  const { Error, Warning } = monaco.MarkerSeverity;
  const problems = models.all().flatMap(({ path, model }) =>
    monaco.editor
      .getModelMarkers({ resource: model.uri })
      .filter(({ severity }) => severity >= Warning)
      .map(({ startLineNumber, startColumn, message, severity }): Problem => ({
        path,
        line: startLineNumber,
        column: startColumn,
        message,
        severity: severity === Error ? 'error' : 'warning',
      })),
  );
  return problems.toSorted(
    (a, b) =>
      a.severity.localeCompare(b.severity) ||
      a.path.localeCompare(b.path, 'en') ||
      a.line - b.line ||
      a.column - b.column,
  );
}
