import { renameSync, writeFileSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';

/** Writes a database as a tar file: aside and renamed, so that a process that is killed leaves no half of one. */
export async function writeDatabase(pglite: PGlite, path: string): Promise<void> {
  const data = await pglite.dumpDataDir('none');
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, Buffer.from(await data.arrayBuffer()));
  renameSync(unfinished, path);
}
