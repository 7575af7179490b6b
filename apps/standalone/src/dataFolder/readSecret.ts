import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret that signs sessions: made once and kept in the data folder, for its owner's eyes only. */
export async function readSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  if (existsSync(path)) return readFile(path, 'utf8');
  const secret = randomBytes(32).toString('hex');
  // Renamed into place: a start that is cut off leaves no half of a secret.
  await writeFile(`${path}.new`, secret, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return secret;
}
