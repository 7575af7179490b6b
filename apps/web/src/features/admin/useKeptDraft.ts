import { useEffect, useState } from 'react';

type Kept<Draft> = { basedOn: number; draft: Draft };

/**
 * What somebody types into a form over a saved thing, kept in this tab until it is saved, through reloads and ways
 * to other pages. `name` tells things apart; `saved` is the thing as the server has it, in its `revision`.
 */
export function useKeptDraft<Draft extends object>(name: string, saved: Draft, revision: number) {
  const key = `assay/draft/${name}`;
  const [kept, setKept] = useState<Kept<Draft> | undefined>(() => read(key, saved));
  const isChanged = kept !== undefined && JSON.stringify(kept.draft) !== JSON.stringify(saved);
  useEffect(() => {
    try {
      if (isChanged) sessionStorage.setItem(key, JSON.stringify(kept));
      else sessionStorage.removeItem(key);
    } catch {
      // Full or absent: what is typed then lasts as long as the page.
    }
  }, [key, kept, isChanged]);
  const draft = kept?.draft ?? saved;
  return {
    draft,
    isChanged,
    /** The revision that the changes were made on. */
    basedOn: kept?.basedOn ?? revision,
    change: (changes: Partial<Draft>) =>
      setKept({ basedOn: kept?.basedOn ?? revision, draft: { ...draft, ...changes } }),
    /** Says that the changes are meant for another revision than they were made on. */
    rebase: (basedOn: number) => setKept({ basedOn, draft }),
    forget: () => setKept(undefined),
  };
}

/** Keeps what was typed for another form, which will find it. */
export function keepDraftFor(name: string, basedOn: number, draft: object): void {
  try {
    sessionStorage.setItem(`assay/draft/${name}`, JSON.stringify({ basedOn, draft }));
  } catch {
    // As above.
  }
}

function read<Draft extends object>(key: string, saved: Draft): Kept<Draft> | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (!isRecord(found) || typeof found['basedOn'] !== 'number' || !isRecord(found['draft']))
      return undefined;
    // Over what is saved, so that what an older program kept has all that a newer one asks for.
    return { basedOn: found['basedOn'], draft: { ...saved, ...found['draft'] } };
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
