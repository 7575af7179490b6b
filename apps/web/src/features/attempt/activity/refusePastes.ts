import type { OwnCopies } from './OwnCopies.ts';

/**
 * Keeps the editor from taking text that was not copied on this page: by key, by the browser's menu, by the editor's
 * own, and by dropping it. `onRefused` can say why. Returns the end of it.
 */
export function refusePastes(copies: OwnCopies, onRefused: () => void): () => void {
  const isEditor = (target: EventTarget | null) =>
    target instanceof Element && target.closest('.monaco-editor') !== null;
  const refuse = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    onRefused();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isEditor(event.target) && !copies.has(text)) refuse(event);
  };
  const onDrop = (event: DragEvent) => {
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (isEditor(event.target) && !copies.has(text)) refuse(event);
  };
  // Before the editor's own listeners.
  document.addEventListener('paste', onPaste, true);
  document.addEventListener('drop', onDrop, true);
  const giveBack = guardReading(copies, onRefused);
  return () => {
    document.removeEventListener('paste', onPaste, true);
    document.removeEventListener('drop', onDrop, true);
    giveBack();
  };
}

/** The editor's own menu reads the clipboard by itself. There is none to read on pages without HTTPS. */
function guardReading(copies: OwnCopies, onRefused: () => void): () => void {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) return () => undefined;
  const readText = clipboard.readText.bind(clipboard);
  const guarded = async () => {
    const text = await readText();
    if (copies.has(text)) return text;
    onRefused();
    return '';
  };
  Object.defineProperty(clipboard, 'readText', { value: guarded, configurable: true });
  // Its prototype's is seen again.
  return () => void Reflect.deleteProperty(clipboard, 'readText');
}
