import { buffer } from 'node:stream/consumers';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Files } from '@assay/contracts/workspace';
import { pack } from 'tar-stream';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { readFolder } from '#folder/readFolder.ts';

/**
 * The challenge in `dir` as one archive (tar, gzip) with one folder in it. The same challenge gives the same
 * bytes, wherever and whenever it is packed.
 * Rejects with a ChallengeError when the folder is no challenge.
 */
export async function packChallenge(dir: string): Promise<{ slug: string; bytes: Buffer }> {
  await loadChallenge(dir);
  const slug = basename(resolve(dir));
  return { slug, bytes: await packFiles(slug, await readFolder(dir)) };
}

/** The same archive, of the files of a challenge that has been checked. */
export async function packFiles(slug: string, files: Files): Promise<Buffer> {
  const archive = pack();
  for (const [path, text] of Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    archive.entry({ name: `${slug}/${path}`, mtime: new Date(0), mode: 0o644 }, text);
  archive.finalize();
  return gzipSync(await buffer(archive));
}
