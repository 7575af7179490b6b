import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register.js';
import types from 'virtual:sandbox-types';
import { compilerOptions } from './compilerOptions.ts';
import { overlaysOf } from './overlaysOf.ts';
import { worldFor } from './worldFor.ts';

/** Files that belong together, by their folder in the editor. */
export type TypedWorkspace = {
  folder: string;
  /** The file that `solution` stands for in tests. */
  entry: string;
  /** In a whole challenge, the names of its wrong solutions. */
  wrong?: string[];
};

/**
 * Tells the editor's TypeScript what the sandbox offers.
 * Jest's globals only `withTests`: TypeScript cannot keep them to some files, and elsewhere they are mistakes.
 */
export async function offerTypes(
  workspaces: TypedWorkspace[],
  { withTests }: { withTests: boolean },
): Promise<void> {
  const tests = withTests ? (await import('virtual:test-types')).default : {};
  const worlds = workspaces.flatMap(({ folder, entry }) => Object.entries(worldFor(folder, entry)));
  const rootDirs = workspaces.flatMap(overlaysOf);
  typescriptDefaults.setCompilerOptions({
    ...compilerOptions,
    ...(rootDirs.length > 0 && { rootDirs }),
  });
  typescriptDefaults.setExtraLibs(
    [...Object.entries({ ...types, ...tests }), ...worlds].map(([filePath, content]) => ({
      filePath,
      content,
    })),
  );
}
