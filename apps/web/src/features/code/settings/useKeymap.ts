import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect } from 'react';
import type { EditorSettings } from './editorSettings.ts';

/**
 * Gives an editor the keys of Vim or Emacs. `status` shows Vim's mode and command line; the packages are
 * fetched by those who use them.
 */
export function useKeymap(
  instance: editor.IStandaloneCodeEditor | undefined,
  keys: EditorSettings['keys'],
  status: HTMLElement | null,
): void {
  useEffect(() => {
    if (instance === undefined || keys === 'standard') return undefined;
    let end: (() => void) | undefined;
    let gone = false;
    const start = async (): Promise<() => void> => {
      if (keys === 'vim') {
        const { initVimMode } = await import('monaco-vim');
        const mode = initVimMode(instance, status);
        return () => mode.dispose();
      }
      const { EmacsExtension } = await import('monaco-emacs');
      const mode = new EmacsExtension(instance);
      mode.start();
      return () => mode.dispose();
    };
    void start().then((stop) => {
      if (gone) stop();
      else end = stop;
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [instance, keys, status]);
}
