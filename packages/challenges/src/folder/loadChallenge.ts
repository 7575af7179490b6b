import { basename, join, resolve } from 'node:path';
import type { Challenge } from '#Challenge.ts';
import { parseChallenge } from './parseChallenge.ts';
import { readFolder } from './readFolder.ts';

/** For the author's editor only; the challenge is the same with and without it. */
const editorFiles = ['tsconfig.json'];

/**
 * Reads a challenge folder and checks everything that can be checked without running it.
 * Rejects with a ChallengeError that names file, line and what to do, for every problem that it finds.
 */
export async function loadChallenge(dir: string): Promise<Challenge> {
  const files = await readFolder(dir);
  for (const path of editorFiles) delete files[path];
  return parseChallenge(basename(resolve(dir)), files, (path) => join(dir, path));
}
