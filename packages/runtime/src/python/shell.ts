/**
 * What Pyodide looks for in the place where it runs: a shell without a browser and without Node, whose files
 * are in memory. Imported before Pyodide, which looks at once.
 */
import {
  decodeUtf8,
  encodeCounted,
  encodeUtf8Into,
  utf8Length,
} from '#nodeLibrary/bindings/utf8.ts';
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
  /** For the head of its memory snapshot. */
  TextEncoder: class TextEncoder {
    encode(text: string): Uint8Array {
      const bytes = new Uint8Array(utf8Length(text));
      encodeUtf8Into(bytes, text);
      return bytes;
    }

    encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
      return encodeCounted(target, text);
    }
  },
  TextDecoder: class TextDecoder {
    decode(bytes?: Uint8Array | ArrayBuffer): string {
      return decodeUtf8(
        bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : (bytes ?? new Uint8Array()),
      );
    }
  },
});
