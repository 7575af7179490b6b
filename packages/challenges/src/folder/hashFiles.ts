import { createHash } from 'node:crypto';
import type { Files } from '@assay/contracts/workspace';

/** SHA-256, hex, over the files in the order of their paths; lengths keep neighbours apart. */
export function hashFiles(files: Files): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(files).sort()) {
    for (const text of [path, files[path] ?? '']) {
      const bytes = Buffer.from(text);
      hash.update(`${bytes.length}:`).update(bytes);
    }
  }
  return hash.digest('hex');
}
