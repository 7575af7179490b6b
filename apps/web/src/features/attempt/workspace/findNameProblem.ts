import { findPathProblem, maxFileCount } from '@assay/contracts/workspace';

/** Why `path` cannot be the name of another file beside `existing`, in words; nothing when it can. */
export function findNameProblem(path: string, existing: readonly string[]): string | undefined {
  const problem = findPathProblem(path);
  if (problem !== undefined) return problem;
  if (existing.includes(path)) return 'There is a file of this name already.';
  const twin = existing.find((other) => other.toLowerCase() === path.toLowerCase());
  if (twin !== undefined) return `${twin} differs only in upper and lower case.`;
  if (existing.some((other) => other.startsWith(`${path}/`)))
    return 'There is a folder of this name.';
  const parent = existing.find((other) => path.startsWith(`${other}/`));
  if (parent !== undefined) return `${parent} is a file, not a folder.`;
  if (existing.length >= maxFileCount) return `A workspace holds at most ${maxFileCount} files.`;
  return undefined;
}
