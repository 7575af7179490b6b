import { mkdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Port, Slug } from '@assay/contracts/challenge';
import { ChallengeError } from '#ChallengeError.ts';
import { readFolder } from '#folder/readFolder.ts';
import { writeFiles } from '#folder/writeFiles.ts';

/** Beside the content that they become; folders that begin with a dot are no challenges. */
const templates = fileURLToPath(new URL('../../../../challenges/.templates', import.meta.url));

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
  const files = await readFolder(join(templates, port));
  await mkdir(dir, { recursive: true });
  await writeFiles(
    dir,
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replaceAll('TITLE', title)]),
    ),
  );
}
