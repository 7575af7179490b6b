import type { Files } from '@assay/contracts/workspace';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useId, useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { CodeEditor } from './CodeEditor.tsx';
import { languageOf } from './languageOf.ts';
import { showText } from './showText.ts';
import { type Caret, useCarets } from './useCarets.ts';
import { type CodeMark, useMarks } from './useMarks.ts';
import { useMonaco } from './useMonaco.ts';

export type CodePlace = { file: string; line: number; column: number };

const noCarets: readonly Caret[] = [];
const noMarks: readonly CodeMark[] = [];

/** One file of `files` to read, not to change; `place` is brought into view whenever it changes. */
export function CodeView({
  files,
  path,
  place,
  carets = noCarets,
  marks = noMarks,
  onPick,
}: {
  files: Files;
  path: string;
  place?: CodePlace | undefined;
  /** Of those who wrote in the file. */
  carets?: readonly Caret[];
  marks?: readonly CodeMark[];
  /** Called with the mark that was clicked. */
  onPick?: (id: number) => void;
}) {
  const { monaco, error } = useMonaco();
  const folder = useId();
  const [created, setCreated] = useState<{ path: string; model: editor.ITextModel }>();
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  const content = files[path];

  const isThere = content !== undefined;
  useEffect(() => {
    if (monaco === undefined || !isThere) return undefined;
    // A folder of its own keeps it apart from other submissions with the same file names.
    const uri = monaco.Uri.file(`/read-only${folder}/${path}`);
    const made = monaco.editor.createModel('', languageOf(path).id, uri);
    made.setEOL(monaco.editor.EndOfLineSequence.LF);
    setCreated({ path, model: made });
    return () => made.dispose();
  }, [monaco, isThere, path, folder]);
  // The model of the file before ends once this has been shown, and must not be used any more.
  const isOf = isThere && created?.path === path && !created.model.isDisposed();
  const model = isOf ? created.model : null;

  // A replay changes it many times a second: the model stays, and with it where one is.
  useEffect(() => {
    if (model !== null && content !== undefined) showText(model, content);
  }, [model, content]);
  useCarets(monaco, instance, model, carets);
  useMarks(monaco, instance, model, marks, onPick);

  useEffect(() => {
    if (place === undefined || instance === undefined || model === null || place.file !== path)
      return;
    const position = { lineNumber: place.line, column: Math.max(1, place.column) };
    instance.setPosition(position);
    instance.revealPositionInCenter(position);
    instance.focus();
  }, [place, instance, model, path]);

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
