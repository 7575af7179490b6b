import * as Y from 'yjs';

/** The entries that the updates of a log of notes amount to: as their writers left them, of whatever shape. */
export function readEntries(updates: Iterable<Uint8Array>): unknown[] {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const entries = [...doc.getMap('entries').values()];
  doc.destroy();
  return entries;
}
