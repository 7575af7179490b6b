import type { Diagnostic } from '@assay/contracts/verdict';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useSyncExternalStore } from 'react';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { CodeEditor } from '#features/code/CodeEditor.tsx';
import type { CodePlace } from '#features/code/CodeView.tsx';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import { useEditorSettings } from '#features/code/settings/useEditorSettings.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import classes from './EditorPane.module.css';
import { FileTabs } from '#features/code/FileTabs.tsx';

const none = () => () => undefined;

/** The open files and the editor. */
export function EditorPane({
  monaco,
  monacoError,
  models,
  open,
  active,
  hasFiles,
  opened,
  readOnly,
  place,
  diagnostics,
  marked,
  badge,
  readOnlyMessage = 'The time is over: the code can no longer be changed.',
  onOpen,
  onClose,
  instance,
  onEditor,
  comparison,
  onCompare,
}: {
  monaco: MonacoApi | undefined;
  monacoError: unknown;
  models: WorkspaceModels | undefined;
  open: string[];
  active: string | undefined;
  hasFiles: boolean;
  opened: boolean;
  readOnly: boolean;
  place: CodePlace | undefined;
  diagnostics?: Diagnostic[] | undefined;
  /** Files with a dot behind their name, and what the dot says. */
  marked?: Parameters<typeof FileTabs>[0]['marked'];
  badge?: Parameters<typeof FileTabs>[0]['badge'];
  /** Said to whoever types where nothing can be changed. */
  readOnlyMessage?: string;
  onOpen: (path: string) => void;
  /** Absent where files stay open. */
  onClose?: (path: string) => void;
  instance: editor.IStandaloneCodeEditor | undefined;
  onEditor: (instance: editor.IStandaloneCodeEditor | undefined) => void;
  /** Takes the place of the editor while it is there. */
  comparison?: ReactNode;
  onCompare?: () => void;
}) {
  const subscribe = useCallback(
    (listener: () => void) => models?.subscribe(listener) ?? none(),
    [models],
  );
  const model = useSyncExternalStore(subscribe, () =>
    active === undefined ? undefined : models?.get(active),
  );

  useEffect(() => {
    if (
      instance === undefined ||
      model === undefined ||
      place === undefined ||
      place.file !== active
    )
      return;
    const position = { lineNumber: place.line, column: Math.max(1, place.column) };
    instance.setPosition(position);
    instance.revealPositionInCenterIfOutsideViewport(position);
    instance.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- only a new place moves the cursor; opening its file again does not
  }, [instance, place, model]);

  useEffect(() => {
    if (models === undefined || instance === undefined) return undefined;
    models.onHistory = (changed, range) => {
      if (instance.getModel() !== changed) return;
      instance.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn });
      instance.revealRangeInCenterIfOutsideViewport(range);
    };
    return () => {
      models.onHistory = () => undefined;
    };
  }, [models, instance]);

  useEffect(() => {
    if (monaco === undefined || model === undefined || active === undefined) return undefined;
    const here = (diagnostics ?? []).filter(({ file, line }) => file === active && line > 0);
    monaco.editor.setModelMarkers(
      model,
      'assay',
      here.map((diagnostic) => markerOf(diagnostic, model, monaco)),
    );
    // The mark is about the code as it was judged: the first change makes it doubtful.
    const subscription = model.onDidChangeContent(() =>
      monaco.editor.setModelMarkers(model, 'assay', []),
    );
    return () => subscription.dispose();
  }, [monaco, model, active, diagnostics]);

  const { keys } = useEditorSettings();
  const body = () => {
    if (monacoError !== undefined) {
      return (
        <div className={classes.message}>
          <ProblemNotice order={3} error={monacoError} onRetry={() => window.location.reload()} />
        </div>
      );
    }
    if (monaco === undefined || models === undefined || !opened)
      return <Loading label="Opening your files" />;
    if (active === undefined) {
      return (
        <p className={classes.message}>
          {hasFiles
            ? 'Choose a file from the list.'
            : 'There are no files. Create one with the button above the list.'}
        </p>
      );
    }
    return (
      <CodeEditor
        monaco={monaco}
        model={model ?? null}
        label={active}
        readOnly={readOnly}
        readOnlyMessage={readOnlyMessage}
        onEditor={onEditor}
      />
    );
  };

  return (
    <section
      className={classes.pane}
      aria-label="Editor"
      data-pane="editor"
      data-keys={keys === 'standard' ? undefined : keys}
      tabIndex={-1}
    >
      {comparison ?? (
        <>
          {open.length > 0 ? (
            <div className={classes.bar}>
              <div className={classes.tabs}>
                <FileTabs
                  open={open}
                  active={active}
                  {...(marked && { marked })}
                  {...(badge && { badge })}
                  onOpen={onOpen}
                  {...(onClose && { onClose })}
                />
              </div>
              {onCompare ? (
                <Tooltip label="Compare with the starter or a run">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={26}
                    aria-label="Compare with the starter or a run"
                    onClick={onCompare}
                  >
                    <IconGitCompare size={16} stroke={1.6} />
                  </ActionIcon>
                </Tooltip>
              ) : null}
            </div>
          ) : null}
          <div className={classes.body}>{body()}</div>
        </>
      )}
    </section>
  );
}

function markerOf(
  { line, column, message }: Diagnostic,
  model: editor.ITextModel,
  monaco: MonacoApi,
): editor.IMarkerData {
  const lineNumber = Math.min(line, model.getLineCount());
  const startColumn = Math.max(1, column);
  const word = model.getWordAtPosition({ lineNumber, column: startColumn });
  return {
    severity: monaco.MarkerSeverity.Error,
    message,
    startLineNumber: lineNumber,
    endLineNumber: lineNumber,
    startColumn,
    endColumn: word?.endColumn ?? startColumn + 1,
  };
}
