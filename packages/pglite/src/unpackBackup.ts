import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { unpackDatabase } from './unpackDatabase.ts';

/**
 * Unpacks what `writeBackup` wrote into a folder that is not there yet, as `database` and `secret`. Throws where the
 * file is no backup, or not whole.
 */
export async function unpackBackup(path: string, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const entries = extract();
  // What goes wrong is thrown by the entries.
  pipeline(createReadStream(path), createGunzip(), entries, () => {});
  let hasDatabase = false;
  for await (const entry of entries) {
    const bytes = await buffer(entry);
    if (entry.header.name === 'secret')
      await writeFile(join(folder, 'secret'), bytes, { mode: 0o600 });
    if (entry.header.name !== 'database.tar') continue;
    await unpackDatabase(Readable.from([bytes]), join(folder, 'database'));
    hasDatabase = true;
  }
  if (!hasDatabase) throw new Error('there is no database in it');
}
