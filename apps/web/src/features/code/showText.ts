import type { editor } from 'monaco-editor/editor/editor.api.js';

/**
 * Makes a model hold `content` by replacing what lies between the common beginning and the common end, so that the
 * rest keeps its colours, its folds and its place.
 */
export function showText(model: editor.ITextModel, content: string): void {
  const current = model.getValue();
  if (current === content) return;
  const longest = Math.min(current.length, content.length);
  let start = 0;
  while (start < longest && current[start] === content[start]) start += 1;
  let end = 0;
  while (
    end < longest - start &&
    current[current.length - 1 - end] === content[content.length - 1 - end]
  )
    end += 1;
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(current.length - end);
  const range = {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
  model.applyEdits([{ range, text: content.slice(start, content.length - end) }]);
  // A place in the middle of a character of two units is none for the editor.
  if (model.getValue() !== content) model.setValue(content);
}
