import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';

/** Unpacks the tar file of a database into a folder that is not there yet. */
export async function unpackDatabase(file: NodeJS.ReadableStream, dataDir: string): Promise<void> {
  // PostgreSQL refuses a data folder that others can read.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  for await (const entry of file.pipe(extract())) {
    const { name, type, mode } = entry.header;
    // No name leads out of the folder: there is nothing above the root.
    const place = join(dataDir, join('/', name));
    if (type === 'directory') {
      await mkdir(place, { recursive: true, mode });
      entry.resume();
    } else {
      await writeFile(place, await buffer(entry), { mode });
    }
  }
}
