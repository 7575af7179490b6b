import type { Files } from '@assay/contracts/workspace';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useId, useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { CodeEditor } from './CodeEditor.tsx';
import { languageOf } from './languageOf.ts';
import { useMonaco } from './useMonaco.ts';

export type CodePlace = { file: string; line: number; column: number };

/** One file of `files` to read, not to change; `place` is brought into view whenever it changes. */
export function CodeView({
  files,
  path,
  place,
}: {
  files: Files;
  path: string;
  place?: CodePlace | undefined;
}) {
  const { monaco, error } = useMonaco();
  const folder = useId();
  const [model, setModel] = useState<editor.ITextModel | null>(null);
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  const content = files[path];

  const isThere = content !== undefined;
  useEffect(() => {
    if (monaco === undefined || !isThere) return undefined;
    // A folder of its own keeps it apart from other submissions with the same file names.
    const uri = monaco.Uri.file(`/read-only${folder}/${path}`);
    const created = monaco.editor.createModel('', languageOf(path).id, uri);
    setModel(created);
    return () => {
      setModel(null);
      created.dispose();
    };
  }, [monaco, isThere, path, folder]);

  // A replay changes it many times a second: the model stays, and with it where one is.
  useEffect(() => {
    if (model !== null && content !== undefined && model.getValue() !== content)
      model.setValue(content);
  }, [model, content]);

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
