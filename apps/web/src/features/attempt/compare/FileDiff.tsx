import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useState } from 'react';
import { languageOf } from '#features/code/languageOf.ts';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import { DiffEditor } from './DiffEditor.tsx';

/** Two texts of a file beside each other, to read. */
export function FileDiff({
  monaco,
  path,
  before,
  after,
  onEditor,
}: {
  monaco: MonacoApi;
  path: string;
  before: string;
  after: string;
  onEditor?: (diff: editor.IStandaloneDiffEditor | undefined) => void;
}) {
  const [model, setModel] = useState<editor.ITextModel>();
  useEffect(() => {
    const created = monaco.editor.createModel(after, languageOf(path).id);
    setModel(created);
    return () => {
      setModel(undefined);
      created.dispose();
    };
  }, [monaco, path, after]);
  if (model === undefined) return null;
  return (
    <DiffEditor
      monaco={monaco}
      path={path}
      original={before}
      modified={model}
      readOnly
      onlyChanges
      {...(onEditor && { onEditor })}
    />
  );
}
