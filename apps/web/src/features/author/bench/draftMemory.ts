/** The edits of an author to a version of a challenge; `null` is a file that was deleted. */
export type StoredDraft = { basedOn: string; changes: Record<string, string | null> };

/** Where the edits to one challenge are kept. */
export type DraftMemory = {
  read(): StoredDraft | undefined;
  /** Keeps edits, or forgets those that there are. */
  write(draft: StoredDraft | undefined): void;
  /** Calls back when the page is about to go, until the function that it returns is called. */
  onLeave(callback: () => void): () => void;
};

/** Keeps edits under a name in this browser. */
export function draftMemory(
  name: string,
  storage: () => Storage = () => localStorage,
): DraftMemory {
  const key = `assay/draft/${name}`;
  return {
    read() {
      try {
        const stored: unknown = JSON.parse(storage().getItem(key) ?? 'null');
        return isDraft(stored) ? stored : undefined;
      } catch {
        // Unreadable memory is no memory.
        return undefined;
      }
    },
    write(draft) {
      try {
        if (draft === undefined) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(draft));
      } catch {
        // Full or absent: the edits then last as long as the page.
      }
    },
    onLeave(callback) {
      window.addEventListener('pagehide', callback);
      return () => window.removeEventListener('pagehide', callback);
    },
  };
}

function isDraft(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false;
  if (!('basedOn' in value) || typeof value.basedOn !== 'string') return false;
  if (!('changes' in value) || typeof value.changes !== 'object' || value.changes === null)
    return false;
  return Object.values(value.changes).every((text) => text === null || typeof text === 'string');
}
