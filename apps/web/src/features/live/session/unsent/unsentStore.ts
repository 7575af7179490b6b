/** What has not been sent of live documents, as it lies in the browser's IndexedDB. */
const databaseName = 'assay-live';
const storeName = 'unsent';
/** Long after any session is over, ms. Whoever did not come back until then left it behind. */
const longestMs = 30 * 24 * 60 * 60_000;
/** Gives up on a storage that never answers (some private windows), so that the session still opens, ms. */
const openTimeoutMs = 3_000;

/** A change of one page's: of which session, person, document and page, and its number there. */
export type UnsentKey = readonly (string | number)[];
export type UnsentChange = { bytes: Uint8Array; at: number };

let opened: Promise<IDBDatabase | undefined> | undefined;

/** The database, the same for all documents of this page; `undefined` where the browser keeps none. */
export function openUnsentStore(): Promise<IDBDatabase | undefined> {
  opened ??= Promise.race([
    openDatabase().catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, openTimeoutMs)),
  ]);
  return opened;
}

async function openDatabase(): Promise<IDBDatabase | undefined> {
  if (!('indexedDB' in globalThis)) return undefined;
  const request = indexedDB.open(databaseName, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName));
  const db = await settled(request);
  const old = unsentIn(db, 'readwrite').openCursor();
  old.addEventListener('success', () => {
    if (old.result === null) return;
    const { at } = old.result.value as UnsentChange;
    if (at < Date.now() - longestMs) old.result.delete();
    old.result.continue();
  });
  return db;
}

export const unsentIn = (db: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore =>
  db.transaction(storeName, mode).objectStore(storeName);

/** All keys that begin like this. */
export const startingWith = (...begin: string[]): IDBKeyRange =>
  // An array is greater than any text or number.
  IDBKeyRange.bound(begin, [...begin, []]);

export function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(new Error('The browser’s storage failed.', { cause: request.error })),
    );
  });
}
