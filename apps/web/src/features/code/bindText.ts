import type { editor, IRange } from 'monaco-editor/editor/editor.api.js';
import type * as Y from 'yjs';
import { type HistoryMemory, TextHistory } from './TextHistory.ts';

export type TextBinding = { dispose(): void };

/**
 * Keeps a model and a shared text the same, and routes undo and redo to this person's own changes:
 * the editor's own undo would take back what somebody else typed.
 * `onHistory` is called with the place where an undo or redo changed the text.
 */
export function bindText(
  text: Y.Text,
  model: editor.ITextModel,
  onHistory: (model: editor.ITextModel, place: IRange) => void,
  memory?: HistoryMemory,
): TextBinding {
  const history = new TextHistory(text, memory);
  let applying = false;

  const onTextChange = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (history.isTyped(transaction)) return;
    applying = true;
    let last: IRange | undefined;
    try {
      for (const edit of editsOf(event, model)) {
        model.applyEdits([edit]);
        last = edit.range;
      }
    } finally {
      applying = false;
    }
    if (last !== undefined && history.isHistory(transaction)) onHistory(model, last);
  };

  const subscription = model.onDidChangeContent(({ changes }) => {
    if (applying) return;
    history.change(
      changes.map(({ rangeOffset, rangeLength, text: inserted }) => ({
        start: rangeOffset,
        removed: rangeLength,
        inserted,
      })),
    );
  });

  text.observe(onTextChange);
  Object.assign(model, { undo: () => history.undo(), redo: () => history.redo() });
  return {
    dispose() {
      subscription.dispose();
      text.unobserve(onTextChange);
      history.dispose();
    },
  };
}

/** The changes of an event as edits, to be applied one after the other. */
function* editsOf(event: Y.YTextEvent, model: editor.ITextModel) {
  let index = 0;
  for (const { retain, insert, delete: deleted } of event.delta) {
    if (retain !== undefined) index += retain;
    else if (typeof insert === 'string') {
      yield { range: rangeOf(model, index, index), text: insert };
      index += insert.length;
    } else if (deleted !== undefined) {
      yield { range: rangeOf(model, index, index + deleted), text: '' };
    }
  }
}

function rangeOf(model: editor.ITextModel, start: number, end: number): IRange {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}
