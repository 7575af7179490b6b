import { readFile, stat } from 'node:fs/promises';
import { ChallengeError } from '#ChallengeError.ts';

/** A file that may be read, bytes. Counters a build artefact or a dump that was put into the folder. */
const maxFileBytes = 1024 * 1024;

/**
 * Reads a text file as UTF-8 with LF line ends and without a byte order mark.
 * Rejects with a ChallengeError when the file is large or not text; `shown` names it there.
 */
export async function readTextFile(path: string, shown: string): Promise<string> {
  const { size } = await stat(path);
  if (size > maxFileBytes) {
    throw new ChallengeError({
      file: shown,
      line: 1,
      message: `The file has ${size} bytes; at most ${maxFileBytes} are possible. Make it smaller or remove it.`,
    });
  }
  const bytes = await readFile(path);
  const text = decode(bytes);
  if (text === undefined) {
    throw new ChallengeError({
      file: shown,
      line: 1,
      message: 'This is not a text file in UTF-8. Remove it, or save it as UTF-8.',
    });
  }
  return text.replaceAll('\r\n', '\n');
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
