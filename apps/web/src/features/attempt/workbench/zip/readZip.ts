import {
  type Files,
  findFilesProblem,
  maxFileCount,
  maxWorkspaceLength,
  quotePath,
} from '@assay/contracts/workspace';
import { unzipSync } from 'fflate';

/** A zip that is larger than this, bytes, is not looked at: a workspace is smaller even when nothing is compressed. */
export const maxZipBytes = 4 * maxWorkspaceLength;

export type ZipResult = { ok: true; files: Files } | { ok: false; message: string };

/** What file managers put into a zip beside one's files, and what one's own tools keep beside them. */
const litter = /(^|\/)((__MACOSX|node_modules|\.git)\/|\.DS_Store$|Thumbs\.db$)/;

/**
 * Reads the files of a workspace from a zip. Refuses, in words for people, what the server would refuse
 * (names that lead elsewhere, too many or too large files) and what is not text. Nothing is unpacked before
 * the sizes that it says it has fit, and nothing grows beyond them. A folder around all files is taken off
 * where the files of `present` are in none: whoever zips a folder gets one.
 */
export function readZip(bytes: Uint8Array, present: readonly string[] = []): ZipResult {
  if (bytes.length > maxZipBytes) {
    const [limit, actual] = [maxZipBytes, bytes.length].map((size) =>
      Math.ceil(size / 1024 / 1024),
    );
    return refuse(
      `The zip is larger than the ${limit} MB that are read (${actual} MB or more). Leave out node_modules and what is built.`,
    );
  }
  const refused = { message: undefined as string | undefined };
  let count = 0;
  let total = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || litter.test(name) || refused.message !== undefined) return false;
        count += 1;
        // UTF-8 takes at most three bytes for what a workspace counts as one.
        total += originalSize;
        if (count > maxFileCount)
          refused.message = `A workspace holds at most ${maxFileCount} files; this zip has more.`;
        else if (total > 3 * maxWorkspaceLength)
          refused.message = 'The files in this zip are too large for a workspace.';
        return refused.message === undefined;
      },
    });
  } catch {
    return refuse('This is not a zip that we can read.');
  }
  if (refused.message !== undefined) return refuse(refused.message);
  const files: [string, string][] = [];
  for (const [path, content] of Object.entries(entries)) {
    const text = textOf(content);
    if (text === undefined) return refuse(`${quotePath(path)} is not a text in UTF-8.`);
    files.push([path, text]);
  }
  if (files.length === 0) return refuse('There are no files in this zip.');
  const unpacked = Object.fromEntries(withoutFolder(files, present));
  const problem = findFilesProblem(unpacked);
  return problem === undefined ? { ok: true, files: unpacked } : refuse(problem.message);
}

/** Paths without the folder around all of them, where that makes them paths of `present`. */
function withoutFolder(
  files: readonly [string, string][],
  present: readonly string[],
): readonly [string, string][] {
  const folder = /^[^/]+\//.exec(files[0]?.[0] ?? '')?.[0];
  if (folder === undefined || !files.every(([path]) => path.startsWith(folder))) return files;
  if (present.some((path) => path.startsWith(folder))) return files;
  const inside = files.map(([path, text]): [string, string] => [path.slice(folder.length), text]);
  return inside.some(([path]) => present.includes(path)) ? inside : files;
}

function refuse(message: string): ZipResult {
  return { ok: false, message };
}

/** Text with LF as the end of its lines; nothing when it is none. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text.replaceAll(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}
