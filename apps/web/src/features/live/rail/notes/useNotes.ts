import { NotesEntry } from '@assay/contracts/live';
import {
  entriesOf,
  type PrivateDocument,
  useEntries,
} from '#features/live/rail/privateDocument.ts';

export type Signal = Extract<NotesEntry, { kind: 'tag' }>['signal'];

/** An interviewer's own notes and tags, and what can be done with them. */
export function useNotes(document: PrivateDocument | undefined) {
  const entries = useEntries(document, NotesEntry);
  const keep = (entry: NotesEntry): NotesEntry => {
    if (document !== undefined) entriesOf(document.doc).set(entry.id, entry);
    return entry;
  };
  return {
    entries,
    /** `at` is the moment of the session that it is about, ms by the server's clock. */
    note: (text: string, at: number) =>
      keep({ kind: 'note', id: crypto.randomUUID(), at, text: text.trim() }),
    tag: (criterion: string, signal: Signal, text: string, at: number) =>
      keep({ kind: 'tag', id: crypto.randomUUID(), at, criterion, signal, text: text.trim() }),
    /** Writes an entry anew: with another text, or after it was removed. */
    keep,
    remove: ({ id }: NotesEntry) => {
      if (document !== undefined) entriesOf(document.doc).delete(id);
    },
  };
}

export type Notes = ReturnType<typeof useNotes>;
