import * as monaco from 'monaco-editor/editor/editor.api.js';
import { formatText, type Parser } from './formatText.ts';

const parsers: Record<string, Parser> = {
  typescript: 'typescript',
  javascript: 'babel',
  json: 'json',
  markdown: 'markdown',
  yaml: 'yaml',
};

/** Makes "Format document" Prettier's work, by the same keys on every system. */
export function setUpFormatting(): void {
  const { KeyMod, KeyCode } = monaco;
  monaco.editor.addKeybindingRule({
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && !editorReadonly',
  });
  for (const [language, parser] of Object.entries(parsers)) {
    monaco.languages.registerDocumentFormattingEditProvider(language, {
      displayName: 'Prettier',
      async provideDocumentFormattingEdits(model, { tabSize }) {
        const version = model.getVersionId();
        const text = await formatText(model.getValue(), parser, tabSize);
        // What was typed meanwhile would be lost.
        if (text === undefined || model.isDisposed() || model.getVersionId() !== version) return [];
        return [{ range: model.getFullModelRange(), text }];
      },
    });
  }
}
