import { strToU8, zipSync } from 'fflate';
import type { Files } from '@assay/contracts/workspace';

/** The files as a zip. The same files give the same bytes. */
export function zipFiles(files: Files): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]): [string, Uint8Array] => [
    path,
    strToU8(text),
  ]);
  // Zip times start with 1980; a real one would make two downloads of the same work differ.
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T12:00:00', level: 6 });
}
