import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { Slug } from '@assay/contracts/challenge';
import { findPathProblem, type Files } from '@assay/contracts/workspace';
import { extract, type Header } from 'tar-stream';
import { ChallengeError } from '#ChallengeError.ts';

/** The archive itself, bytes. Counters an upload that fills memory before it is looked at. */
const maxPackedBytes = 8 * 1024 * 1024;
/** All that is in it, bytes. Counters archives of zeros. */
const maxUnpackedBytes = 32 * 1024 * 1024;
/** Entries of any type. Counters archives of a million empty files. */
const maxEntries = 1_000;
const maxFileBytes = 1024 * 1024;

/**
 * The files of a packed challenge and its name. Nothing is written anywhere, and nothing but plain text files
 * below one folder is taken.
 * Rejects with a ChallengeError that says what is wrong; `shown` names the archive there.
 */
export async function readArchive(
  bytes: Uint8Array,
  shown: string,
): Promise<{ slug: string; files: Files }> {
  const refuse = (message: string): never => {
    throw new ChallengeError({ file: shown, line: 1, message });
  };
  if (bytes.length > maxPackedBytes)
    refuse(`The archive has ${bytes.length} bytes; at most ${maxPackedBytes} are read.`);
  const files: Files = {};
  let slug: string | undefined;
  let entries = 0;
  const archive = Readable.from([unzip(bytes, refuse)]).pipe(extract());
  try {
    for await (const entry of archive) {
      entries += 1;
      if (entries > maxEntries) refuse(`It has more than ${maxEntries} entries.`);
      const { name, type } = entry.header;
      const problem = findEntryProblem(entry.header);
      if (problem !== undefined) refuse(`${JSON.stringify(name)}: ${problem}`);
      const [top = '', ...rest] = name.replace(/\/$/, '').split('/');
      slug ??= top;
      if (top !== slug)
        refuse(
          `It has ${JSON.stringify(top)} beside ${JSON.stringify(slug)}; a challenge is one folder.`,
        );
      const content = await buffer(entry);
      if (type === 'directory') continue;
      const path = rest.join('/');
      if (path === '') refuse(`${JSON.stringify(name)} is a file beside the challenge's folder.`);
      if (Object.hasOwn(files, path)) refuse(`${JSON.stringify(name)} is in it twice.`);
      files[path] = decode(content) ?? refuse(`${JSON.stringify(name)} is not a text in UTF-8.`);
    }
  } catch (error) {
    if (error instanceof ChallengeError) throw error;
    refuse(`This is not an archive that challenge pack has made (${reason(error)}).`);
  }
  if (slug === undefined) return refuse('There is nothing in the archive.');
  if (!Slug.safeParse(slug).success)
    refuse(
      `${JSON.stringify(slug)} is no name for a challenge. Use lower-case words joined by hyphens.`,
    );
  return { slug, files };
}

function unzip(bytes: Uint8Array, refuse: (message: string) => never): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return refuse(`What is in it has more than ${maxUnpackedBytes} bytes.`);
    return refuse(`This is not an archive that challenge pack has made (${reason(error)}).`);
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

function findEntryProblem({ name, type, size }: Header): string | undefined {
  if (type !== 'file' && type !== 'directory')
    return `This is a ${type ?? 'special entry'}; only files and folders are taken.`;
  if (size > maxFileBytes) return `It has ${size} bytes; a file may have ${maxFileBytes}.`;
  return findPathProblem(name.replace(/\/$/, ''));
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
