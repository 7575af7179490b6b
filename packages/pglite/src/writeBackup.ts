import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import { pack } from 'tar-stream';

/**
 * Writes a database that may be at work to one file (tar, gzip), with a secret when there is one. No query runs while
 * its files are read, so that they are what PostgreSQL would find after a power cut: everything committed, nothing else.
 * The file is written aside and renamed; it is for its owner's eyes alone.
 */
export async function writeBackup(
  pglite: PGlite,
  secret: string | undefined,
  path: string,
): Promise<void> {
  await pglite.exec('checkpoint');
  const dump = await pglite.dumpDataDir('none');
  const packed = pack();
  if (secret !== undefined) packed.entry({ name: 'secret', mode: 0o600 }, secret);
  packed.entry({ name: 'database.tar', mode: 0o600 }, Buffer.from(await dump.arrayBuffer()));
  packed.finalize();
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await pipeline(
      packed,
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
