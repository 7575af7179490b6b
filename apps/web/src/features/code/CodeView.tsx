import type { Files } from '@assay/contracts/workspace';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { CodeEditor } from './CodeEditor.tsx';
import type { MonacoApi } from './loadMonaco.ts';
import { useTypes } from './typescript/useTypes.ts';
import { type Caret, useCarets } from './useCarets.ts';
import { useEditorOpener } from './useEditorOpener.ts';
import { type CodeMark, useMarks } from './useMarks.ts';
import { useMonaco } from './useMonaco.ts';
import { useReadOnlyModels } from './useReadOnlyModels.ts';

export type CodePlace = { file: string; line: number; column: number };

/** The editor that shows a file, and the model of the file. */
export type ShownCode = {
  monaco: MonacoApi;
  instance: editor.IStandaloneCodeEditor;
  model: editor.ITextModel;
};

const noCarets: readonly Caret[] = [];
const noMarks: readonly CodeMark[] = [];
const none = () => () => undefined;

/**
 * One file of `files` to read, not to change, with types and ways to definitions and references in all of them.
 * `place` is brought into view whenever it changes.
 */
export function CodeView({
  files,
  path,
  entry,
  checked = false,
  place,
  carets = noCarets,
  marks = noMarks,
  onOpen,
  onPick,
  onShown,
}: {
  files: Files;
  path: string;
  /** The file that `solution` stands for in tests; unknown where it is absent. */
  entry?: string;
  /** Whether mistakes of types are marked. */
  checked?: boolean;
  place?: CodePlace | undefined;
  /** Of those who wrote in the file. */
  carets?: readonly Caret[];
  marks?: readonly CodeMark[];
  /** Called with the file that a way to a definition or a reference leads to. */
  onOpen: (path: string) => void;
  /** Called with the mark that was clicked. */
  onPick?: (id: number) => void;
  /** Called with what shows the file, for what lies over it, and with nothing when it goes. */
  onShown?: (shown: ShownCode | undefined) => void;
}) {
  const { monaco, error } = useMonaco();
  // A folder of its own keeps it apart from other submissions with the same file names.
  const folder = `code-${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  const models = useReadOnlyModels(monaco, files, folder);
  const subscribe = useCallback(
    (listener: () => void) => models?.subscribe(listener) ?? none(),
    [models],
  );
  const found = useSyncExternalStore(subscribe, () => models?.get(path));
  // The model of a file that is gone ends once this has been shown, and must not be used any more.
  const model = files[path] === undefined || found?.isDisposed() ? null : (found ?? null);

  useTypes(
    monaco,
    checked ? models : undefined,
    entry === undefined ? [] : [{ folder, entry }],
    false,
  );
  const [went, setWent] = useState<CodePlace>();
  const go = useCallback(
    (to: CodePlace) => {
      setWent(to);
      onOpen(to.file);
    },
    [onOpen],
  );
  useEditorOpener(monaco, models, go);
  usePlace(instance, model, path, place);
  usePlace(instance, model, path, went);
  useCarets(monaco, instance, model, carets);
  useMarks(monaco, instance, model, marks, onPick);
  useEffect(() => {
    if (onShown === undefined || monaco === undefined || instance === undefined || model === null)
      return undefined;
    onShown({ monaco, instance, model });
    return () => onShown(undefined);
  }, [onShown, monaco, instance, model]);

  if (error !== undefined) return <ProblemNotice error={error} order={3} />;
  if (monaco === undefined) return <Loading label="Loading the editor" />;
  return (
    <CodeEditor
      monaco={monaco}
      model={model}
      label={`${path}, read-only`}
      readOnly
      onEditor={setInstance}
    />
  );
}

/** Brings a place into view once its file is shown. */
function usePlace(
  instance: editor.IStandaloneCodeEditor | undefined,
  model: editor.ITextModel | null,
  path: string,
  place: CodePlace | undefined,
): void {
  const seen = useRef<CodePlace>(undefined);
  useEffect(() => {
    if (place === undefined || instance === undefined || model === null || place.file !== path)
      return;
    // Only a new place moves the cursor; opening its file again does not.
    if (seen.current === place) return;
    seen.current = place;
    const position = { lineNumber: place.line, column: Math.max(1, place.column) };
    instance.setPosition(position);
    instance.revealPositionInCenter(position);
    instance.focus();
  }, [instance, model, path, place]);
}
