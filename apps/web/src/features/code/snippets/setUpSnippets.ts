import * as monaco from 'monaco-editor/editor/editor.api.js';
import { pythonSnippets } from './pythonSnippets.ts';

/** A piece of code that is offered by its name while somebody types. */
export type Snippet = {
  name: string;
  /** What it is for, in a few words. */
  about: string;
  /** In the editor's own form: `$1` and `${2:word}` are filled in one after the other. */
  code: string;
};

const snippets: Record<string, readonly Snippet[]> = { python: pythonSnippets };

/** Offers snippets in the languages for which no language server does. */
export function setUpSnippets(): void {
  const { CompletionItemInsertTextRule, CompletionItemKind } = monaco.languages;
  for (const [language, offered] of Object.entries(snippets)) {
    monaco.languages.registerCompletionItemProvider(language, {
      provideCompletionItems(model, position) {
        const word = model.getWordUntilPosition(position);
        const range = {
          startLineNumber: position.lineNumber,
          endLineNumber: position.lineNumber,
          startColumn: word.startColumn,
          endColumn: word.endColumn,
        };
        return {
          suggestions: offered.map(({ name, about, code }) => ({
            label: { label: name, description: about },
            kind: CompletionItemKind.Snippet,
            insertText: code,
            insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
            documentation: code,
            range,
          })),
        };
      },
    });
  }
}
