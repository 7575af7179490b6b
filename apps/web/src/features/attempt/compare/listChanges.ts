import type { Files } from '@assay/contracts/workspace';

export type Change = { path: string; kind: 'new' | 'changed' | 'removed' };

/** What is different in `now` from `then`, by path. */
export function listChanges(then: Files, now: Files): Change[] {
  const paths = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return paths
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .flatMap((path): Change[] => {
      if (!Object.hasOwn(then, path)) return [{ path, kind: 'new' }];
      if (!Object.hasOwn(now, path)) return [{ path, kind: 'removed' }];
      return then[path] === now[path] ? [] : [{ path, kind: 'changed' }];
    });
}
