import type { Files } from '@assay/contracts/workspace';

/** For the author's editor only; the challenge is the same with and without it. */
const editorFiles = new Set(['tsconfig.json']);

/** The files that make a challenge what it is. */
export function withoutEditorFiles(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !editorFiles.has(path)));
}
