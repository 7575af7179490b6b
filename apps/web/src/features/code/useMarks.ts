import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect } from 'react';
import classes from './CodeMarks.module.css';
import type { MonacoApi } from './loadMonaco.ts';

type Place = { line: number; column: number };

/** A stretch of a text that is shown in another colour. */
export type CodeMark = {
  id: number;
  from: Place;
  to: Place;
  /** The one that is looked at: in a colour of its own, and brought into view. */
  isCurrent: boolean;
};

/** Shows marks in an editor, and says which one was clicked: where several lie over each other, the shortest. */
export function useMarks(
  monaco: MonacoApi | undefined,
  instance: editor.IStandaloneCodeEditor | undefined,
  model: editor.ITextModel | null,
  marks: readonly CodeMark[],
  onPick: ((id: number) => void) | undefined,
): void {
  useEffect(() => {
    if (monaco === undefined || instance === undefined || model === null) return undefined;
    const decorations = instance.createDecorationsCollection(
      marks.map((mark) => ({
        range: rangeOf(monaco, mark),
        options: {
          className: (mark.isCurrent ? classes.current : classes.mark) ?? null,
          linesDecorationsClassName: (mark.isCurrent ? classes.currentEdge : classes.edge) ?? null,
          zIndex: mark.isCurrent ? 1 : 0,
        },
      })),
    );
    const current = marks.find(({ isCurrent }) => isCurrent);
    if (current) instance.revealLineNearTop(current.from.line);
    const clicks = instance.onMouseDown(({ target: { position } }) => {
      if (position === null) return;
      const [hit] = marks
        .filter((mark) => rangeOf(monaco, mark).containsPosition(position))
        .toSorted((a, b) => a.to.line - a.from.line - (b.to.line - b.from.line));
      if (hit) onPick?.(hit.id);
    });
    return () => {
      clicks.dispose();
      decorations.clear();
    };
  }, [monaco, instance, model, marks, onPick]);
}

const rangeOf = ({ Range }: MonacoApi, { from, to }: CodeMark) =>
  new Range(from.line, from.column, to.line, to.column);
