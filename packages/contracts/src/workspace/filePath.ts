import { z } from 'zod';

const maxPathLength = 200;
const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
const controlCharacters = /[\u0000-\u001f\u007f]/;
/** What is not seen, or turns the direction of what follows: `a\u202Est.b` looks like `ab.ts`. */
const hiddenCharacters = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Why `path` cannot name a file of a workspace, in words for its author; `undefined` when it can. */
export function findPathProblem(path: string): string | undefined {
  if (path === '') return 'A file needs a name.';
  if (path.length > maxPathLength) return `A file name has at most ${maxPathLength} characters.`;
  if (controlCharacters.test(path)) return 'A file name may not contain control characters.';
  if (hiddenCharacters.test(path))
    return 'A file name may not contain characters that are not seen.';
  if (path.includes('\\')) return 'Use / between folders, not \\.';
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'A file name is relative to the workspace.';
  for (const segment of path.split('/')) {
    if (segment === '') return 'A file name may not have an empty folder name.';
    if (segment === '.' || segment === '..')
      return 'A file name may not contain . or .. as a folder.';
    if (segment === 'node_modules' || segment === '.git')
      return `${segment} cannot be part of a workspace.`;
    if (segment === '__proto__') return '__proto__ is not a usable file name.';
    if (windowsDevices.test(segment)) return `${segment} is a reserved name on some systems.`;
    if (segment !== segment.trim()) return 'A name may not start or end with a space.';
  }
  return undefined;
}

/** A name in a sentence, in quotes, with what is not seen in it written out. */
export function quotePath(path: string): string {
  return JSON.stringify(path).replaceAll(
    new RegExp(hiddenCharacters, 'gu'),
    (hidden) => `\\u${(hidden.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** A relative path of a file in a workspace, with / between folders: `src/index.ts`. */
export const FilePath = z.string().superRefine((path, context) => {
  const problem = findPathProblem(path);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});
export type FilePath = z.infer<typeof FilePath>;
