import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Challenge } from '#Challenge.ts';
import { ChallengeError } from '#ChallengeError.ts';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { writeFiles } from '#folder/writeFiles.ts';
import { readArchive } from './readArchive.ts';

/**
 * Unpacks a challenge into a folder of its name below `parent`. It appears there only once it has been checked
 * as a challenge; what is there already is not touched unless `replace` says so.
 * Rejects with a ChallengeError; `shown` names the archive there.
 */
export async function importChallenge(
  bytes: Uint8Array,
  parent: string,
  { shown, replace = false }: { shown: string; replace?: boolean },
): Promise<Challenge> {
  const { slug, files } = await readArchive(bytes, shown);
  const target = join(parent, slug);
  const exists = await stat(target).then(
    () => true,
    () => false,
  );
  if (exists && !replace) {
    const message = `There is a challenge ${slug} already. Remove it, or import with --replace.`;
    throw new ChallengeError({ file: target, line: 1, message });
  }
  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(join(parent, '.import-'));
  try {
    const folder = join(unfinished, slug);
    await writeFiles(folder, files);
    await loadChallenge(folder);
    if (exists) await rename(target, join(unfinished, 'replaced'));
    await rename(folder, target);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return loadChallenge(target);
}
