import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { MonacoApi } from '#features/code/loadMonaco.ts';

/** Tells of every paste into an editor, and whether it had been copied on this page. Returns the end of it. */
export function watchPastes(
  monaco: MonacoApi,
  onPaste: (model: editor.ITextModel, paste: { length: number; fromHere: boolean }) => void,
): () => void {
  let copied: string | undefined;
  const remember = (event: ClipboardEvent) => {
    copied = event.clipboardData?.getData('text/plain') || document.getSelection()?.toString();
  };
  const listen = (instance: editor.ICodeEditor) => {
    instance.onDidPaste(({ range }) => {
      const model = instance.getModel();
      const text = model?.getValueInRange(range) ?? '';
      if (model === null || text === '') return;
      onPaste(model, { length: text.length, fromHere: sameWords(text, copied) });
    });
  };
  // After the editor's own listener, which fills the clipboard.
  document.addEventListener('copy', remember);
  document.addEventListener('cut', remember);
  for (const instance of monaco.editor.getEditors()) listen(instance);
  const creation = monaco.editor.onDidCreateEditor(listen);
  return () => {
    creation.dispose();
    document.removeEventListener('copy', remember);
    document.removeEventListener('cut', remember);
  };
}

/** The editor indents what is pasted, so white space does not count. */
function sameWords(text: string, other: string | undefined): boolean {
  const words = (from: string) => from.replace(/\s+/g, '');
  return other !== undefined && words(text) === words(other);
}
