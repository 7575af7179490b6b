import type { LiveKeeper, OfflineCopy } from '@assay/workspace/browser';
import * as Y from 'yjs';
import {
  openUnsentStore,
  settled,
  startingWith,
  type UnsentChange,
  type UnsentKey,
  unsentIn,
} from './unsentStore.ts';

/** Keeps what was typed in a session and has not been sent, and nothing else, until the server has it. */
export function keepUnsent(sessionId: string): LiveKeeper {
  return {
    keep: (participantId, document, doc) => keepChanges([sessionId, participantId, document], doc),
    forget: () => void forgetUnsent(sessionId),
  };
}

/** Forgets all of a session that was not sent. */
async function forgetUnsent(sessionId: string): Promise<void> {
  const db = await openUnsentStore();
  if (db) unsentIn(db, 'readwrite').delete(startingWith(sessionId));
}

function keepChanges(name: string[], doc: Y.Doc): OfflineCopy {
  const page = crypto.randomUUID();
  let db: IDBDatabase | undefined;
  /** Of earlier pages. */
  let left: UnsentKey[] = [];
  let written = 0;
  let unwritten = 0;

  const write = (bytes: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
    if (db === undefined || !transaction.local) return;
    const change: UnsentChange = { bytes, at: Date.now() };
    const store = unsentIn(db, 'readwrite');
    store.put(change, [...name, page, (written += 1)]);
    unwritten += 1;
    copy.onWriting?.();
    store.transaction.addEventListener('complete', () => {
      unwritten -= 1;
      copy.onWriting?.();
    });
  };

  const load = async () => {
    db = await openUnsentStore();
    if (db === undefined) return;
    const store = unsentIn(db, 'readonly');
    const [keys, changes] = await Promise.all([
      settled(store.getAllKeys(startingWith(...name))),
      settled(store.getAll(startingWith(...name)) as IDBRequest<UnsentChange[]>),
    ]);
    left = keys as UnsentKey[];
    // They build on what the server has, and wait for it.
    if (changes.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(changes.map(({ bytes }) => bytes)));
    doc.on('update', write);
  };

  const copy: OfflineCopy = {
    loaded: load().catch(() => {
      db = undefined;
    }),
    get works() {
      return db !== undefined;
    },
    get unsent() {
      return left.length;
    },
    get unwritten() {
      return unwritten;
    },
    noteUnsent(count) {
      if (db === undefined || count > 0) return;
      const store = unsentIn(db, 'readwrite');
      for (const key of left) store.delete([...key]);
      left = [];
      store.delete(startingWith(...name, page));
    },
    close: async () => doc.off('update', write),
  };
  return copy;
}
