import type { editor } from 'monaco-editor/editor/editor.api.js';

/** What every editor of the app has in common. */
export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  // The line after the last is as good as any; the editor's dimmed number for it fails AA.
  renderFinalNewline: 'on',
  padding: { top: 10, bottom: 10 },
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerBorder: false,
  overviewRulerLanes: 2,
  hideCursorInOverviewRuler: true,
  guides: { indentation: true, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  stickyScroll: { enabled: false },
  lineNumbersMinChars: 3,
  glyphMargin: false,
  folding: true,
  contextmenu: true,
  // The size of a tab is a setting, not a guess from the first lines of a file.
  detectIndentation: false,
  fixedOverflowWidgets: true,
  // Only characters that can deceive are marked; words of other languages in comments are not.
  unicodeHighlight: { ambiguousCharacters: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
};
