/** The store of an offline copy's database for what is no update; nothing else is kept in it. */
const storeName = 'custom';

export type UnsentCounts = {
  /** What other visits left. */
  left: number;
  /** Takes over what the others left: `count` is all that this visit knows to be unacknowledged. */
  note(count: number): void;
};

/**
 * How many changes in an offline copy no server has acknowledged, kept under the name of each visit: the
 * document itself knows letters, not changes. Two tabs have a count each, so that neither overwrites the other's.
 */
export async function readUnsentCounts(db: IDBDatabase, visit: string): Promise<UnsentCounts> {
  const others = new Map<IDBValidKey, number>();
  await new Promise<void>((resolve, reject) => {
    const cursor = db.transaction(storeName).objectStore(storeName).openCursor();
    cursor.addEventListener('error', () =>
      reject(new Error('Unsent changes cannot be counted.', { cause: cursor.error })),
    );
    cursor.addEventListener('success', () => {
      if (cursor.result === null) return resolve();
      others.set(cursor.result.key, Number(cursor.result.value));
      return cursor.result.continue();
    });
  });
  return {
    left: [...others.values()].reduce((sum, count) => sum + count, 0),
    note(count) {
      const store = db.transaction(storeName, 'readwrite').objectStore(storeName);
      for (const other of others.keys()) store.delete(other);
      others.clear();
      if (count === 0) store.delete(visit);
      else store.put(count, visit);
    },
  };
}
