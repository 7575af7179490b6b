import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useEffectEvent } from 'react';
import type { ShownCode } from './CodeView.tsx';
import type { LineZone } from './LineZones.tsx';
import classes from './LineGutter.module.css';

export type Lines = { fromLine: number; toLine: number };

/**
 * Marks beside the line numbers what zones are about. With `onLines` a line under the pointer offers to begin one,
 * for all selected lines where it is one of them.
 */
export function useGutter(
  shown: ShownCode | undefined,
  zones: readonly LineZone[],
  onLines: ((lines: Lines) => void) | undefined,
): void {
  const lines = JSON.stringify(zones.map(({ fromLine, toLine }) => ({ fromLine, toLine })));
  const hasGutter = onLines !== undefined || zones.length > 0;
  const { monaco, instance, model } = shown ?? {};
  useEffect(() => {
    instance?.updateOptions({ glyphMargin: hasGutter });
  }, [instance, hasGutter]);

  useEffect(() => {
    if (monaco === undefined || instance === undefined || model === undefined) return undefined;
    const marks = instance.createDecorationsCollection(
      (JSON.parse(lines) as Lines[]).flatMap(({ fromLine, toLine }) => [
        {
          range: new monaco.Range(fromLine, 1, toLine, 1),
          options: { isWholeLine: true, linesDecorationsClassName: classes.edge ?? null },
        },
        {
          range: new monaco.Range(toLine, 1, toLine, 1),
          options: { glyphMarginClassName: classes.said ?? null },
        },
      ]),
    );
    return () => marks.clear();
  }, [monaco, instance, model, lines]);

  const begin = useEffectEvent((line: number) => {
    if (instance === undefined) return;
    const selected = selectedLines(instance);
    const isSelected = selected.fromLine <= line && line <= selected.toLine;
    onLines?.(isSelected ? selected : { fromLine: line, toLine: line });
  });
  const canBegin = onLines !== undefined;
  useEffect(() => {
    if (!canBegin || monaco === undefined || instance === undefined || model === undefined)
      return undefined;
    const { GUTTER_GLYPH_MARGIN, GUTTER_LINE_NUMBERS } = monaco.editor.MouseTargetType;
    const offer = instance.createDecorationsCollection();
    const lineUnder = ({ target }: editor.IEditorMouseEvent) =>
      target.type === GUTTER_GLYPH_MARGIN || target.type === GUTTER_LINE_NUMBERS
        ? target.position.lineNumber
        : undefined;
    const subscriptions = [
      instance.onMouseMove((event) => {
        const line = lineUnder(event);
        if (line === undefined) offer.clear();
        else
          offer.set([
            {
              range: new monaco.Range(line, 1, line, 1),
              options: { glyphMarginClassName: classes.offer ?? null },
            },
          ]);
      }),
      instance.onMouseLeave(() => offer.clear()),
      instance.onMouseDown((event) => {
        if (event.target.type === GUTTER_GLYPH_MARGIN) begin(event.target.position.lineNumber);
      }),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.dispose();
      offer.clear();
    };
  }, [canBegin, monaco, instance, model]);
}

/** The lines of the selection, or that of the cursor. A selection that ends before a line does not have it. */
export function selectedLines(instance: editor.ICodeEditor): Lines {
  const selection = instance.getSelection();
  if (selection === null) return { fromLine: 1, toLine: 1 };
  const { startLineNumber, endLineNumber, endColumn } = selection;
  const endsBefore = endColumn === 1 && endLineNumber > startLineNumber;
  return { fromLine: startLineNumber, toLine: endsBefore ? endLineNumber - 1 : endLineNumber };
}
