import { basename, join, resolve } from 'node:path';
import type { Challenge } from '#Challenge.ts';
import { withoutEditorFiles } from './editorFiles.ts';
import { parseChallenge } from './parseChallenge.ts';
import { readFolder } from './readFolder.ts';

/**
 * Reads a challenge folder and checks everything that can be checked without running it.
 * Rejects with a ChallengeError that names file, line and what to do, for every problem that it finds.
 */
export async function loadChallenge(dir: string): Promise<Challenge> {
  const files = withoutEditorFiles(await readFolder(dir));
  return parseChallenge(basename(resolve(dir)), files, (path) => join(dir, path));
}
