import { z } from 'zod';
import { FilePath, quotePath } from './filePath.ts';

/** One file of a workspace, UTF-16 code units. Counters a paste that stalls the editor and the bundler. */
export const maxFileLength = 256 * 1024;

/** All files of a workspace together, UTF-16 code units. Counters disk and queue exhaustion. */
export const maxWorkspaceLength = 1024 * 1024;

/** Counters submissions of ten thousand empty files. */
export const maxFileCount = 200;

/** The text files of a workspace or a challenge, by path. Line ends are LF. */
export const Files = z.record(FilePath, z.string());
export type Files = z.infer<typeof Files>;

export type FilesProblem =
  | { code: 'file_name'; path: string; message: string }
  | { code: 'too_large'; limit: number; actual: number; message: string }
  | { code: 'too_many'; limit: number; actual: number; message: string };

/**
 * Says what keeps `files` from being a workspace, or `undefined` when nothing does.
 * Lengths are counted in UTF-16 code units, as the editor counts them.
 */
export function findFilesProblem(files: Record<string, string>): FilesProblem | undefined {
  const paths = Object.keys(files);
  if (paths.length > maxFileCount) {
    return {
      code: 'too_many',
      limit: maxFileCount,
      actual: paths.length,
      message: `A workspace holds at most ${maxFileCount} files; this one has ${paths.length}.`,
    };
  }
  for (const path of paths) {
    const parsed = FilePath.safeParse(path);
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message ?? 'This is not a usable file name.';
      return { code: 'file_name', path, message: `${quotePath(path)}: ${message}` };
    }
  }
  const largest = paths.find((path) => (files[path] ?? '').length > maxFileLength);
  if (largest !== undefined) {
    const actual = (files[largest] ?? '').length;
    return {
      code: 'too_large',
      limit: maxFileLength,
      actual,
      message: `${quotePath(largest)} has ${actual} characters; a file holds at most ${maxFileLength}.`,
    };
  }
  const total = Object.values(files).reduce((sum, text) => sum + text.length, 0);
  if (total > maxWorkspaceLength) {
    return {
      code: 'too_large',
      limit: maxWorkspaceLength,
      actual: total,
      message: `The files have ${total} characters together; a workspace holds at most ${maxWorkspaceLength}.`,
    };
  }
  return undefined;
}
