import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findPathProblem, type Files } from '@assay/contracts/workspace';
import { ChallengeError } from '#ChallengeError.ts';
import { readTextFile } from './readTextFile.ts';

/** Left behind by file managers; never part of what somebody wrote. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Files that may be read from one folder. Counters a folder that holds far more than a challenge. */
const maxFileCount = 1_000;

/**
 * Reads all text files below `dir`, by their path from there.
 * `skip` leaves out what it says yes to, by name, at any depth.
 * Rejects with a ChallengeError for links, binary or huge files and unusable names.
 */
export async function readFolder(
  dir: string,
  skip: (name: string) => boolean = () => false,
): Promise<Files> {
  const files: Files = {};
  await collect('');
  return files;

  async function collect(folder: string): Promise<void> {
    for (const entry of await list(join(dir, folder))) {
      if (litter.has(entry.name) || skip(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const shown = join(dir, path);
      const problem = findPathProblem(path) ?? kindProblem(entry);
      if (problem !== undefined)
        throw new ChallengeError({ file: shown, line: 1, message: problem });
      if (entry.isDirectory()) await collect(path);
      else files[path] = await readTextFile(shown, shown);
      if (Object.keys(files).length > maxFileCount) {
        throw new ChallengeError({
          file: dir,
          line: 1,
          message: `The folder holds more than ${maxFileCount} files. Name a folder with sources only.`,
        });
      }
    }
  }
}

async function list(dir: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT'
        ? 'There is no such folder. Check the path.'
        : code === 'ENOTDIR'
          ? 'This is a file; name the folder that it is in.'
          : `The folder cannot be read (${code ?? String(error)}).`;
    throw new ChallengeError({ file: dir, line: 1, message });
  }
}

function kindProblem(entry: Dirent): string | undefined {
  if (entry.isFile() || entry.isDirectory()) return undefined;
  return entry.isSymbolicLink()
    ? 'Links are not followed. Put the file itself here.'
    : 'Only files and folders can be here. Remove it.';
}
