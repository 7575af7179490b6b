import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register.js';
import types from 'virtual:sandbox-types';
import { worldFor } from './worldFor.ts';

/** Tells the editor's TypeScript what the sandbox offers. Workspaces by their folder, each with its entry file. */
export function offerTypes(workspaces: { folder: string; entry: string }[]): void {
  const worlds = workspaces.flatMap(({ folder, entry }) => Object.entries(worldFor(folder, entry)));
  typescriptDefaults.setExtraLibs(
    [...Object.entries(types), ...worlds].map(([filePath, content]) => ({ filePath, content })),
  );
}
