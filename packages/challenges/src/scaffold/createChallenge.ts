import { mkdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Port, Slug } from '@assay/contracts/challenge';
import { ChallengeError } from '#ChallengeError.ts';
import { writeFiles } from '#folder/writeFiles.ts';
import { scaffoldChallenge } from './scaffoldChallenge.ts';

/**
 * Makes a folder with a small challenge that passes its gate, to be changed into the real one.
 * Rejects with a ChallengeError when the folder is there already or its name is none for a challenge.
 */
export async function createChallenge(dir: string, port: Port): Promise<void> {
  const name = basename(resolve(dir));
  const slug = Slug.safeParse(name);
  if (!slug.success) {
    const message = `${JSON.stringify(name)} is no name for a challenge. ${slug.error.issues[0]?.message ?? ''}`;
    throw new ChallengeError({ file: dir, line: 1, message });
  }
  const exists = await stat(dir).then(
    () => true,
    () => false,
  );
  if (exists) {
    const message = 'This is there already. Choose another name, or remove it.';
    throw new ChallengeError({ file: dir, line: 1, message });
  }
  const title = `${name[0]?.toUpperCase() ?? ''}${name.slice(1).replaceAll('-', ' ')}`;
  const files = await scaffoldChallenge(port, { title });
  await mkdir(dir, { recursive: true });
  await writeFiles(dir, files);
}
