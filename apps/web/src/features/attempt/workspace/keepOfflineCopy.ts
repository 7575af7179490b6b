import type { OfflineCopy } from '@assay/workspace/browser';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { readUnsentCounts, type UnsentCounts } from './unsentCounts.ts';

/** Gives up on a storage that never answers (some private windows), so that the editor still opens. */
const loadTimeoutMs = 3_000;

/** Keeps a copy of `doc` in the browser's IndexedDB under `name`, so that a closed tab loses nothing that was typed offline. */
export function keepOfflineCopy(name: string, doc: Y.Doc): OfflineCopy {
  if (!('indexedDB' in globalThis)) {
    return {
      loaded: Promise.resolve(),
      works: false,
      unsent: 0,
      noteUnsent: () => {},
      close: () => Promise.resolve(),
    };
  }
  const persistence = new IndexeddbPersistence(name, doc);
  let counts: UnsentCounts | undefined;
  const synced = persistence.whenSynced.then(async ({ db }) => {
    if (db) counts = await readUnsentCounts(db, String(doc.clientID));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, loadTimeoutMs);
  });
  return {
    loaded: Promise.race([synced.catch(() => {}), timeout]).finally(() => clearTimeout(timer)),
    get works() {
      return counts !== undefined;
    },
    get unsent() {
      return counts?.left ?? 0;
    },
    noteUnsent: (count) => counts?.note(count),
    close: () => persistence.destroy(),
  };
}
