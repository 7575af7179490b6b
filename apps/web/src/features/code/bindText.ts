import type { editor, IRange } from 'monaco-editor/editor/editor.api.js';
import * as Y from 'yjs';
import { undoSteps } from './undoSteps.ts';

/** A paste is cut into pieces of this many UTF-16 code units, so that each fits in one message to the server. */
const insertLength = 48 * 1024;

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
): TextBinding {
  const origin = { binding: model.uri.toString() };
  const history = new Y.UndoManager(text, {
    trackedOrigins: new Set([origin]),
    captureTimeout: 10_000,
  });
  const beginsStep = undoSteps();
  let applying = false;

  const onTextChange = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return;
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
    if (last !== undefined && transaction.origin === history) onHistory(model, last);
  };

  const subscription = model.onDidChangeContent(({ changes }) => {
    if (applying) return;
    const [first] = changes;
    const edit = first && {
      start: first.rangeOffset,
      removed: first.rangeLength,
      inserted: first.text,
    };
    if (edit && beginsStep(edit)) history.stopCapturing();
    const fromTheEnd = changes.toSorted((a, b) => b.rangeOffset - a.rangeOffset);
    for (const { rangeOffset, rangeLength, text: inserted } of fromTheEnd) {
      text.doc?.transact(() => {
        if (rangeLength > 0) text.delete(rangeOffset, rangeLength);
        text.insert(rangeOffset, inserted.slice(0, insertLength));
      }, origin);
      for (let start = insertLength; start < inserted.length; start += insertLength) {
        const piece = inserted.slice(start, start + insertLength);
        text.doc?.transact(() => text.insert(rangeOffset + start, piece), origin);
      }
    }
  });

  text.observe(onTextChange);
  Object.assign(model, { undo: () => history.undo(), redo: () => history.redo() });
  return {
    dispose() {
      subscription.dispose();
      text.unobserve(onTextChange);
      history.destroy();
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
