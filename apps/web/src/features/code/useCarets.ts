import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useRef } from 'react';
import { RemoteCaret } from '#features/live/presence/RemoteCaret.ts';
import type { MonacoApi } from './loadMonaco.ts';

/** Somebody's cursor in a text; `offset` in UTF-16 code units. */
export type Caret = {
  id: string;
  name: string;
  colour: string;
  offset: number;
  /** Whether it is kept in view. */
  reveal: boolean;
};

/** Shows carets with names in an editor. */
export function useCarets(
  monaco: MonacoApi | undefined,
  instance: editor.IStandaloneCodeEditor | undefined,
  model: editor.ITextModel | null,
  carets: readonly Caret[],
): void {
  const shown = useRef(new Map<string, RemoteCaret>());
  useEffect(() => {
    const known = shown.current;
    return () => {
      for (const caret of known.values()) caret.dispose();
      known.clear();
    };
  }, [monaco, instance, model]);
  // After each render: an offset is about the text that is shown now.
  useEffect(() => {
    if (monaco === undefined || instance === undefined || model === null) return;
    const known = shown.current;
    for (const [id, caret] of known) {
      if (carets.some((wanted) => wanted.id === id)) continue;
      caret.dispose();
      known.delete(id);
    }
    for (const { id, name, colour, offset, reveal } of carets) {
      const position = model.getPositionAt(offset);
      const caret = known.get(id) ?? new RemoteCaret(monaco, instance, id, position);
      known.set(id, caret);
      caret.show({ name, colour }, position, true);
      if (reveal) instance.revealPositionInCenterIfOutsideViewport(position);
    }
  });
}
