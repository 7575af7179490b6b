import type { SaveState } from '@assay/workspace/browser';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { z } from 'zod';

/** One of the documents that interviewers alone have, and whether it is in step with the server. */
export type PrivateDocument = {
  readonly doc: Y.Doc;
  /** Whether the server's document has arrived. */
  readonly opened: boolean;
  readonly saveState: SaveState;
  subscribe(listener: () => void): () => void;
};

type Entry = { id: string; at: number };

export const entriesOf = (doc: Y.Doc) => doc.getMap<unknown>('entries');

/** The entries of a document as they are now, oldest first; what `schema` does not know is left out. */
export function useEntries<Known extends Entry>(
  document: PrivateDocument | undefined,
  schema: z.ZodType<Known>,
): readonly Known[] {
  const [entries, setEntries] = useState<readonly Known[]>([]);
  useEffect(() => {
    if (document === undefined) return undefined;
    const map = entriesOf(document.doc);
    const read = () => setEntries(parseEntries(map, schema));
    read();
    map.observe(read);
    return () => map.unobserve(read);
  }, [document, schema]);
  return entries;
}

function parseEntries<Known extends Entry>(
  map: Y.Map<unknown>,
  schema: z.ZodType<Known>,
): readonly Known[] {
  return [...map.values()]
    .flatMap((entry) => schema.safeParse(entry).data ?? [])
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

const notYet = { kind: 'opening', pending: 0 } as const;

/** Whether a document has arrived, and where the changes to it are. */
export function useDocumentState(document: PrivateDocument | undefined): {
  opened: boolean;
  saveState: SaveState;
} {
  const subscribe = useCallback(
    (listener: () => void) => document?.subscribe(listener) ?? (() => {}),
    [document],
  );
  const saveState = useSyncExternalStore(subscribe, () => document?.saveState ?? notYet);
  const opened = useSyncExternalStore(subscribe, () => document?.opened ?? false);
  return { opened, saveState };
}
