/** Parts of Monaco that come without declarations, as far as we use them. */
declare module 'monaco-editor/language/typescript/ts.worker.js' {
  export type FileEdits = {
    fileName: string;
    textChanges: { span: { start: number; length: number }; newText: string }[];
  };
  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown);
    getLanguageService(): {
      getEditsForFileRename(
        from: string,
        to: string,
        format: { newLineCharacter: string },
        preferences: { importModuleSpecifierEnding: string; quotePreference: string },
      ): FileEdits[];
    };
  }
  export function initialize(create: (context: unknown, data: unknown) => TypeScriptWorker): void;
}

declare module 'monaco-editor/languages/features/typescript/lib/lib.js' {
  export const libFileMap: Record<string, string>;
}

declare module 'monaco-editor/languages/features/typescript/lib/typescriptServices.js' {
  type Message = string | { messageText: string; next?: Message[] };
  type SourceFile = {
    fileName: string;
    text: string;
    getLineAndCharacterOfPosition(position: number): { line: number; character: number };
  };
  type Diagnostic = { file?: SourceFile; start: number; messageText: Message };
  export function createLanguageService(host: object): {
    getSyntacticDiagnostics(file: string): Diagnostic[];
    getSemanticDiagnostics(file: string): Diagnostic[];
  };
  export const typescript: {
    createProgram(options: { rootNames: string[]; options: object; host: object }): {
      getSourceFiles(): SourceFile[];
    };
    resolveModuleName(
      name: string,
      from: string,
      options: object,
      host: object,
    ): { resolvedModule?: { resolvedFileName: string } };
    createSourceFile(path: string, text: string, target: number): SourceFile;
    flattenDiagnosticMessageText(message: Message, newLine: string): string;
    ScriptSnapshot: { fromString(text: string): unknown };
  };
}
