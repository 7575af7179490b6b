import { useCallback, useEffect, useMemo, useState } from 'react';

type Tabs = { open: string[]; active: string | undefined };

/**
 * Which files are open and which is in front, remembered in this browser under `key`. Files that are
 * gone fall out; when nothing is open yet, `first` is.
 */
export function useOpenTabs(key: string, paths: string[], first: string) {
  const [stored, setStored] = useState<Tabs | undefined>(() => read(key));
  const tabs = useMemo(() => present(stored, paths, first), [stored, paths, first]);

  useEffect(() => {
    if (stored !== undefined) localStorage.setItem(key, JSON.stringify(stored));
  }, [key, stored]);

  const open = useCallback(
    (path: string) => {
      setStored((before) => {
        const { open: openBefore } = present(before, paths, first);
        return {
          open: openBefore.includes(path) ? openBefore : [...openBefore, path],
          active: path,
        };
      });
    },
    [paths, first],
  );
  const close = useCallback(
    (path: string) => {
      setStored((before) => {
        const { open: openBefore, active } = present(before, paths, first);
        const index = openBefore.indexOf(path);
        const rest = openBefore.filter((other) => other !== path);
        return { open: rest, active: active === path ? (rest[index] ?? rest[index - 1]) : active };
      });
    },
    [paths, first],
  );
  const rename = useCallback((path: string, to: string) => {
    setStored((before) =>
      before === undefined
        ? before
        : {
            open: before.open.map((other) => (other === path ? to : other)),
            active: before.active === path ? to : before.active,
          },
    );
  }, []);
  return { ...tabs, openTab: open, closeTab: close, renameTab: rename };
}

function present(tabs: Tabs | undefined, paths: string[], first: string): Tabs {
  if (tabs === undefined) {
    const start = paths.includes(first) ? first : paths[0];
    return { open: start === undefined ? [] : [start], active: start };
  }
  const open = tabs.open.filter((path) => paths.includes(path));
  const active =
    tabs.active !== undefined && open.includes(tabs.active) ? tabs.active : open.at(-1);
  return { open, active };
}

function read(key: string): Tabs | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (
      typeof value !== 'object' ||
      value === null ||
      !('open' in value) ||
      !Array.isArray(value.open)
    ) {
      return undefined;
    }
    const open = value.open.filter((path) => typeof path === 'string');
    const active = 'active' in value && typeof value.active === 'string' ? value.active : undefined;
    return { open, active };
  } catch {
    // Unreadable memory is no memory.
    return undefined;
  }
}
