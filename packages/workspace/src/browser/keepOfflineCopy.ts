import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

export type OfflineCopy = {
  /** Settles once what an earlier visit left is in the document. Never rejects: without storage there is no copy. */
  loaded: Promise<void>;
  /** Whether the browser keeps a copy, as far as is known: some private windows do not. */
  readonly works: boolean;
  close(): Promise<void>;
};

/** Gives up on a storage that never answers (some private windows), so that the editor still opens. */
const loadTimeoutMs = 3_000;

/** Keeps a copy of `doc` in the browser's IndexedDB under `name`, so that a closed tab loses nothing that was typed offline. */
export function keepOfflineCopy(name: string, doc: Y.Doc): OfflineCopy {
  if (!('indexedDB' in globalThis))
    return { loaded: Promise.resolve(), works: false, close: () => Promise.resolve() };
  const persistence = new IndexeddbPersistence(name, doc);
  let works = false;
  const synced = persistence.whenSynced.then(() => {
    works = true;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, loadTimeoutMs);
  });
  return {
    loaded: Promise.race([synced, timeout]).finally(() => clearTimeout(timer)),
    get works() {
      return works;
    },
    close: () => persistence.destroy(),
  };
}
