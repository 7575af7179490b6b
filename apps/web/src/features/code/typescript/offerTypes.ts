import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register.js';
import types from 'virtual:sandbox-types';
import { worldFor } from './worldFor.ts';

/**
 * Tells the editor's TypeScript what the sandbox offers. Workspaces by their folder, each with its entry file.
 * Jest's globals only `withTests`: TypeScript cannot keep them to some files, and elsewhere they are mistakes.
 */
export async function offerTypes(
  workspaces: { folder: string; entry: string }[],
  { withTests }: { withTests: boolean },
): Promise<void> {
  const tests = withTests ? (await import('virtual:test-types')).default : {};
  const worlds = workspaces.flatMap(({ folder, entry }) => Object.entries(worldFor(folder, entry)));
  typescriptDefaults.setExtraLibs(
    [...Object.entries({ ...types, ...tests }), ...worlds].map(([filePath, content]) => ({
      filePath,
      content,
    })),
  );
}
