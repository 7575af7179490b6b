import type { PastedRow } from '@assay/contracts/http';
import { useState } from 'react';

/** The rows of a list with which nothing is wrong. */
export const rowsToInvite = (rows: PastedRow[]): PastedRow[] =>
  rows.filter(({ problems }) => problems.length === 0);

/** Ids for invitations, the same for the same key as long as the page is open: sent again, nobody is invited twice. */
export function useRowIds(): (key: string) => string {
  const [ids] = useState(() => new Map<string, string>());
  return (key) => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
}
