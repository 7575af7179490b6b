/** The solution's files from outside: what tests do with them, and how they outlive the solution. */
import { Buffer } from 'node:buffer';
import { fromBinary, toBinary } from '#remote/binary.ts';
import { fileSystem, home } from './fs.ts';

/** What a test does with the files, all paths absolute or from the submission's folder. */
export type FileCall =
  | { op: 'write'; path: string; binary: string }
  | { op: 'read' | 'list' | 'remove'; path: string };

/** Bytes one a character; the paths of files; or Node's words for what went wrong. */
export type FileReply = { binary: string } | { paths: string[] } | { error: string };

type Entry = {
  path: string;
  /** Bytes of a file, one a character; a folder has none. */
  binary?: string;
  link?: string;
  modifiedMs?: number;
};

export function callFiles(json: string): string {
  return JSON.stringify(perform(JSON.parse(json) as FileCall));
}

function perform(call: FileCall): FileReply {
  try {
    switch (call.op) {
      case 'write':
        writeFile(call.path, call.binary);
        return { paths: [] };
      case 'read':
        return { binary: toBinary(fileSystem.readFileSync(call.path)) };
      case 'list':
        return { paths: [...entriesBelow(fileSystem.resolve(call.path))].flatMap(pathOfFile) };
      case 'remove':
        fileSystem.rmSync(call.path, { recursive: true, force: true });
        return { paths: [] };
    }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function writeFile(path: string, binary: string): void {
  fileSystem.mkdirSync(fileSystem.folderOf(path), { recursive: true });
  fileSystem.writeFileSync(path, Buffer.from(fromBinary(binary)));
}

const pathOfFile = ({ path, binary }: Entry): string[] => {
  if (binary === undefined) return [];
  return [path.startsWith(`${home}/`) ? path.slice(home.length + 1) : path];
};

/** Folders before what is in them, by name. */
function* entriesBelow(folder: string): Generator<Entry> {
  if (!fileSystem.existsSync(folder)) return;
  for (const name of fileSystem.readdirSync(folder).toSorted()) {
    const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
    const stats = fileSystem.lstatSync(path);
    if (stats.isSymbolicLink()) yield { path, link: String(fileSystem.readlinkSync(path)) };
    else if (stats.isDirectory()) {
      yield { path };
      yield* entriesBelow(path);
    } else {
      const binary = toBinary(fileSystem.readFileSync(path));
      yield { path, binary, modifiedMs: stats.mtimeMs };
    }
  }
}

/**
 * Everything on the disk, for `restoreDisk` in the next solution; nothing when nobody has used it, and
 * "too large" above so many bytes.
 */
export function saveDisk(maxLength: number): string {
  if (!fileSystem.isUsed()) return '';
  const entries: Entry[] = [];
  let length = 0;
  for (const entry of entriesBelow('/')) {
    length += entry.path.length + (entry.binary?.length ?? 0);
    if (length > maxLength) return 'too large';
    entries.push(entry);
  }
  return JSON.stringify(entries);
}

/** Puts back what `saveDisk` gave; the submission's own files then stay as they were left. */
export function restoreDisk(json: string): void {
  fileSystem.markRestored();
  for (const { path, binary, link, modifiedMs = 0 } of JSON.parse(json) as Entry[]) {
    if (link !== undefined) fileSystem.symlinkSync(link, path);
    else if (binary === undefined) fileSystem.mkdirSync(path, { recursive: true });
    else {
      writeFile(path, binary);
      fileSystem.utimesSync(path, modifiedMs / 1_000, modifiedMs / 1_000);
    }
  }
}
