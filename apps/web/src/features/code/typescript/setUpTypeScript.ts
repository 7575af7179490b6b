import {
  javascriptDefaults,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register.js';
import { compilerOptions } from './compilerOptions.ts';

/**
 * The editor marks by itself what can never compile. Types are `ProjectChecker`'s: it looks at a workspace
 * as a whole, and only where the whole is there.
 */
export function setUpTypeScript(): void {
  for (const defaults of [typescriptDefaults, javascriptDefaults]) {
    defaults.setCompilerOptions(compilerOptions);
    defaults.setDiagnosticsOptions({
      noSemanticValidation: true,
      noSyntaxValidation: false,
      noSuggestionDiagnostics: true,
    });
    defaults.setModeConfiguration({
      ...defaults.modeConfiguration,
      // Prettier's.
      documentRangeFormattingEdits: false,
    });
    defaults.setEagerModelSync(true);
  }
}
