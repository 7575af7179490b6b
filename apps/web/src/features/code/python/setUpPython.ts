import * as monaco from 'monaco-editor/editor/editor.api.js';

/** How long one has to stop typing before the syntax is looked at, ms. */
const pauseMs = 300;

/** Marks what does not read as Python, for the grammar a warning: it knows all but the newest forms. The grammar comes with the first of them. */
export function setUpPython(): void {
  monaco.editor.onDidCreateModel((model) => {
    if (model.getLanguageId() === 'python') follow(model);
  });
}

function follow(model: monaco.editor.ITextModel): void {
  const mark = async () => {
    const version = model.getVersionId();
    const { findSyntaxErrors } = await import('./findSyntaxErrors.ts');
    if (model.isDisposed() || model.getVersionId() !== version) return;
    const markers = findSyntaxErrors(model.getValue()).map(({ from, to }) => {
      const start = model.getPositionAt(from);
      const end = model.getPositionAt(to);
      return {
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
        message: 'This does not read as Python.',
        severity: monaco.MarkerSeverity.Warning,
      };
    });
    monaco.editor.setModelMarkers(model, 'python', markers);
  };
  let timer = setTimeout(() => void mark(), pauseMs);
  const changed = model.onDidChangeContent(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void mark(), pauseMs);
  });
  model.onWillDispose(() => {
    clearTimeout(timer);
    changed.dispose();
  });
}
