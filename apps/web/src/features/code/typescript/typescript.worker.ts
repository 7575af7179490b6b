import { initialize, TypeScriptWorker } from 'monaco-editor/language/typescript/ts.worker.js';

/** What the editor's TypeScript can do beside what Monaco asks of it. */
class WorkspaceTypeScript extends TypeScriptWorker {
  /** The edits by which imports follow a file that gets another name, by the file that they are in. */
  async getEditsForFileRename(from: string, to: string) {
    return this.getLanguageService().getEditsForFileRename(
      from,
      to,
      { newLineCharacter: '\n' },
      { importModuleSpecifierEnding: 'auto', quotePreference: 'auto' },
    );
  }
}

// Takes the place of the start that the imported module has prepared.
self.onmessage = () => initialize((context, data) => new WorkspaceTypeScript(context, data));
