import type { ReplayUpdates } from '@assay/contracts/http';
import type { listDocumentUpdates } from '@assay/db';

type Stored = Awaited<ReturnType<typeof listDocumentUpdates>>;

/** Updates of a log as a replay takes them; `next` is where the following part begins, if there is one. */
export function presentUpdates(
  updates: Stored,
  { next, shown = (at) => at }: { next: number | undefined; shown?: (at: Date) => Date },
): ReplayUpdates {
  const authors = [...new Set(updates.map(({ author }) => author))];
  let beforeMs = 0;
  return {
    authors,
    updates: updates.map(({ at, author, bytes }): [number, number, string] => {
      const atMs = shown(at).getTime();
      const sinceMs = atMs - beforeMs;
      beforeMs = atMs;
      return [sinceMs, authors.indexOf(author), Buffer.from(bytes).toString('base64')];
    }),
    ...(next !== undefined && { next }),
  };
}
