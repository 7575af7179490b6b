/** `node:fs`, in memory: the submission's files, and what it writes itself. Node's own virtual file system. */
import { Buffer } from 'node:buffer';
import type nodeFs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:facts';
import { Dirent, Stats } from 'node:internal/fs/utils';
import { VirtualFileSystem } from 'node:internal/vfs/file_system';
import { validateFunction } from 'node:internal/validators';
import { unavailable } from './unavailable.ts';

type Method = (...args: unknown[]) => unknown;

const files = new VirtualFileSystem({ emitExperimentalWarning: false });
/** Where a submission's files lie, and where its relative paths start. */
export const home = '/solution';
/** Whether anybody has used the disk, and whether it is the one of an earlier solution. */
let used = false;
let restored = false;

/** Puts the submission's files where the program will look for them. */
export function provideFiles(contents: Record<string, string>): void {
  makeHome();
  if (restored) return;
  for (const [name, text] of Object.entries(contents)) {
    const target = path.resolve(home, name);
    files.mkdirSync(path.dirname(target), { recursive: true });
    files.writeFileSync(target, text);
  }
}

function makeHome(): void {
  used = true;
  files.mkdirSync(home, { recursive: true });
  files.mkdirSync('/tmp', { recursive: true });
}

/** A path as the file system has it; what is no path stays, to be refused in Node's words. */
function absolute(given: unknown): unknown {
  if (given instanceof URL) return fileURLToPath(given);
  const text = given instanceof Uint8Array ? new TextDecoder().decode(given) : given;
  return typeof text === 'string' && text !== '' ? path.resolve(home, text) : text;
}

/** Methods by how many of their first arguments are paths. */
const onePath =
  'access appendFile chmod chown createReadStream createWriteStream exists lchown lstat lutimes mkdir mkdtemp open openAsBlob opendir readFile readdir readlink realpath rm rmdir stat truncate unlink unwatchFile utimes watch watchFile writeFile'.split(
    ' ',
  );
const twoPaths = ['copyFile', 'link', 'rename'];
const noPath = ['close', 'fstat', 'ftruncate', 'read', 'write'];

const pathsOf = (name: string): number => {
  const bare = name.replace(/Sync$/, '');
  return twoPaths.includes(bare) ? 2 : onePath.includes(bare) ? 1 : 0;
};

function resolving(owner: object, name: string): Method | undefined {
  const method = Reflect.get(owner, name) as Method | undefined;
  if (typeof method !== 'function') return undefined;
  const count = pathsOf(name);
  const named = {
    [name]: (...args: unknown[]) =>
      Reflect.apply(method, owner, [...args.slice(0, count).map(absolute), ...args.slice(count)]),
  };
  return named[name];
}

/** The promise forms, which all of the others but the synchronous ones are made of. */
const promiseForms = Object.fromEntries(
  [...onePath, ...twoPaths, 'symlink'].flatMap((name) => {
    const method = resolving(files.promises, name);
    return method ? [[name, method]] : [];
  }),
) as Record<string, (...args: unknown[]) => Promise<unknown>>;

/** A form with a callback, where the file system has none of its own. */
function withCallback(name: string): Method {
  const form = promiseForms[name];
  return (...args) => {
    const last = args.at(-1);
    const callback = (typeof last === 'string' ? undefined : last) as Method;
    validateFunction(callback, 'cb');
    form?.(...args.slice(0, -1)).then(
      (value) => process.nextTick(callback, ...(value === undefined ? [null] : [null, value])),
      (error: unknown) => process.nextTick(callback, error),
    );
  };
}

const synchronous = [...onePath, ...twoPaths, ...noPath, 'symlink'].map((name) => `${name}Sync`);
const streams = ['createReadStream', 'createWriteStream', 'watch', 'watchFile', 'unwatchFile'];

const forms = Object.fromEntries(
  [
    ...synchronous.map((name) => [name, resolving(files, name)] as const),
    ...[...noPath, ...streams, 'open', 'openAsBlob'].map(
      (name) => [name, resolving(files, name)] as const,
    ),
    ...Object.keys(promiseForms)
      .filter((name) => name !== 'open')
      .map((name) => [name, withCallback(name)] as const),
  ].filter(([, form]) => form !== undefined),
);

export const promises = unavailable('node:fs/promises', {
  ...promiseForms,
  constants: constants.fs,
});

const { statSync, lstatSync, writeSync } = forms as Record<string, Method>;

/** The synchronous calls as they are, out of reach of a program that changes the module. */
export const fileSystem = {
  ...(forms as unknown as Omit<typeof nodeFs, 'promises'>),
  resolve: (target: string) => path.resolve(home, target),
  folderOf(target: string): string {
    makeHome();
    return path.dirname(path.resolve(home, target));
  },
  isUsed: () => used,
  markRestored() {
    used = true;
    restored = true;
  },
};

/** With `throwIfNoEntry: false`, nothing in place of an error. */
const lenient =
  (form: Method | undefined): Method =>
  (target, options) => {
    const { throwIfNoEntry = true } = (options ?? {}) as { throwIfNoEntry?: boolean };
    if (!throwIfNoEntry && !files.existsSync(absolute(target) as string)) return undefined;
    return form?.(target, options);
  };

export default unavailable('node:fs', {
  ...forms,
  statSync: lenient(statSync),
  lstatSync: lenient(lstatSync),
  writeSync(fd: unknown, data: Uint8Array | string, offset = 0, length?: number, position = null) {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    return writeSync?.(fd, bytes, offset, length ?? bytes.byteLength - offset, position);
  },
  exists: (target: unknown, callback: (exists: boolean) => void) =>
    process.nextTick(callback, files.existsSync(absolute(target) as string)),
  Dirent,
  Stats,
  constants: constants.fs,
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  promises,
});
