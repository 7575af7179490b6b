import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/javascript/register.js';
import 'monaco-editor/languages/definitions/markdown/register.js';
import 'monaco-editor/languages/definitions/python/register.js';
import 'monaco-editor/languages/definitions/ruby/register.js';
import 'monaco-editor/languages/definitions/sql/register.js';
import 'monaco-editor/languages/definitions/typescript/register.js';
import 'monaco-editor/languages/definitions/yaml/register.js';
import 'monaco-editor/languages/features/json/register.js';
import * as monaco from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/language/json/json.worker.js?worker';
import { monacoThemes } from '#theme/monacoThemes.ts';
import { setUpFormatting } from './format/setUpFormatting.ts';
import { setUpPython } from './python/setUpPython.ts';
import { setUpSnippets } from './snippets/setUpSnippets.ts';
import { setUpTypeScript } from './typescript/setUpTypeScript.ts';
import TypeScriptWorker from './typescript/typescript.worker.ts?worker';
import { whenCalm } from './whenCalm.ts';

self.MonacoEnvironment = {
  async getWorker(_id: string, label: string) {
    if (label === 'typescript' || label === 'javascript') {
      await whenCalm(monaco);
      return new TypeScriptWorker();
    }
    if (label === 'json') return new JsonWorker();
    return new EditorWorker();
  },
};

for (const { name, data } of monacoThemes()) monaco.editor.defineTheme(name, data);
setUpTypeScript();
setUpFormatting();
setUpPython();
setUpSnippets();

export { monaco };
