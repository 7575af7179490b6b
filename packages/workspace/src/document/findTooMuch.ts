import {
  findFilesProblem,
  maxFileCount,
  maxFileLength,
  maxWorkspaceLength,
} from '@assay/contracts/workspace';
import type * as Y from 'yjs';

/** Why these are more files, or longer ones, than a workspace holds; `undefined` when they are not. Only counts while all is well. */
export function findTooMuch(
  files: Y.Map<Y.Text>,
): { code: 'too_large'; message: string } | undefined {
  const lengths = [...files.values()].map((text) => text.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (
    lengths.length <= maxFileCount &&
    total <= maxWorkspaceLength &&
    lengths.every((length) => length <= maxFileLength)
  ) {
    return undefined;
  }
  const content = [...files].map(([path, text]) => [path, text.toString()] as const);
  const problem = findFilesProblem(Object.fromEntries(content));
  return { code: 'too_large', message: problem?.message ?? 'This is more than a workspace holds.' };
}
