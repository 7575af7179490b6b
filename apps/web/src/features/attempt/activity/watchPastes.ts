import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { OwnCopies } from './OwnCopies.ts';

/** Tells of every paste into an editor, and whether it had been copied on this page. Returns the end of it. */
export function watchPastes(
  monaco: MonacoApi,
  copies: OwnCopies,
  onPaste: (model: editor.ITextModel, paste: { length: number; fromHere: boolean }) => void,
): () => void {
  const listen = (instance: editor.ICodeEditor) => {
    instance.onDidPaste(({ range }) => {
      const model = instance.getModel();
      const text = model?.getValueInRange(range) ?? '';
      if (model === null || text === '') return;
      onPaste(model, { length: text.length, fromHere: copies.has(text) });
    });
  };
  for (const instance of monaco.editor.getEditors()) listen(instance);
  const creation = monaco.editor.onDidCreateEditor(listen);
  return () => creation.dispose();
}
