/**
 * What Pyodide looks for in the place where it runs: a shell without a browser and without Node, whose files
 * are in memory. Imported before Pyodide, which looks at once.
 */
import '#language/textGlobals.ts';
import { decodeUtf8 } from '#nodeLibrary/bindings/utf8.ts';
import { randomBytes } from '#time/clock.ts';
import { defineGlobals } from '#web/defineGlobals.ts';

const files = new Map<string, ArrayBuffer>();

export function provideFile(path: string, content: ArrayBuffer): void {
  files.set(path, content);
}

export function forgetFiles(): void {
  files.clear();
}

function readbuffer(path: string): ArrayBuffer {
  const content = files.get(path);
  if (!content) throw new Error(`There is no file ${path}.`);
  return content;
}

const ignore = () => {};

defineGlobals({
  readbuffer,
  read: (path: string) => decodeUtf8(new Uint8Array(readbuffer(path))),
  load: ignore,
  /** Makes it ask `crypto` for random bytes, and not a program of the system's. */
  WorkerGlobalScope: class WorkerGlobalScope {},
  console: { log: ignore, info: ignore, debug: ignore, warn: ignore, error: ignore },
  setTimeout: () => 0,
  clearTimeout: ignore,
  crypto: {
    getRandomValues: (view: Uint8Array) => {
      view.set(randomBytes(view.length));
      return view;
    },
  },
});
