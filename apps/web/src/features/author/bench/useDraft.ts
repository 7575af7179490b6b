import type { AuthoredChallenge } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '#app/api.ts';
import { Draft } from './Draft.ts';
import { draftMemory } from './draftMemory.ts';

/** The edits to a challenge, as this browser has kept them, on the version that they were made to. */
export function useDraft(challenge: AuthoredChallenge): Draft | undefined {
  const { slug, head, files } = challenge;
  const [stored] = useState(() => draftMemory(slug).read());
  const isBehind = stored !== undefined && stored.basedOn !== head;
  const before = useQuery(
    api.author.getVersion.queryOptions({
      input: { slug, hash: stored?.basedOn ?? head },
      enabled: isBehind,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  );
  // Edits to a version that is not there any more are put onto the newest.
  const base =
    !isBehind || before.isError
      ? { hash: head, files }
      : before.data && {
          hash: stored.basedOn,
          files: before.data.files,
        };
  const [opening, setOpening] = useState(base);
  if (opening === undefined && base !== undefined) setOpening(base);
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    if (opening === undefined) return undefined;
    const memory = draftMemory(slug);
    const created = new Draft(opening, memory, memory.read()?.changes);
    setDraft(created);
    return () => {
      setDraft(undefined);
      created.close();
    };
  }, [slug, opening]);
  return draft;
}

/** The names of all files of a draft. */
export function useDraftPaths(draft: Draft): string[] {
  return useSyncExternalStore(draft.subscribe, () => draft.paths);
}

/** The names of the files that are different from the version that is edited. */
export function useDraftChanges(draft: Draft): ReadonlySet<string> {
  return useSyncExternalStore(draft.subscribe, () => draft.changed);
}

/** What one file of a draft holds. */
export function useDraftText(draft: Draft, path: string): string {
  return useSyncExternalStore(draft.subscribe, () => draft.textOf(path));
}

/** The count of the changes so far. */
export function useDraftRevision(draft: Draft): number {
  return useSyncExternalStore(draft.subscribe, () => draft.revision);
}
