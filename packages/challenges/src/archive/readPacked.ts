import type { Challenge } from '#Challenge.ts';
import { withoutEditorFiles } from '#folder/editorFiles.ts';
import { readChallenge } from '#folder/readChallenge.ts';
import { readArchive } from './readArchive.ts';

/**
 * The challenge in an archive that somebody sends: taken in as by `importChallenge`, and then held to the
 * sizes of what is edited in the browser. Nothing of it is run or written.
 * Rejects with a ChallengeError; `shown` names the archive there.
 */
export async function readPacked(bytes: Uint8Array, shown: string): Promise<Challenge> {
  const { slug, files } = await readArchive(bytes, shown);
  return readChallenge(slug, withoutEditorFiles(files));
}
