import type { SaveState } from '@assay/workspace/browser';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { AttemptWorkspace } from './AttemptWorkspace.ts';
import { combineSaveStates } from './combineSaveStates.ts';

/** Where the work of all challenges is: saved, on its way, or only here. */
export function useSaveState(workspaces: ReadonlyMap<string, AttemptWorkspace>): SaveState {
  const [states, setStates] = useState(() => readStates(workspaces));
  useEffect(() => {
    const refresh = () => setStates(readStates(workspaces));
    const ends = [...workspaces.values()].map(({ provider }) => provider.subscribe(refresh));
    refresh();
    return () => {
      for (const end of ends) end();
    };
  }, [workspaces]);
  return combineSaveStates(states);
}

function readStates(workspaces: ReadonlyMap<string, AttemptWorkspace>): SaveState[] {
  return [...workspaces.values()].map(({ provider }) => provider.saveState);
}

/** Whether the server's files have arrived. */
export function useOpened(workspace: AttemptWorkspace): boolean {
  const subscribe = useCallback(
    (listener: () => void) => workspace.provider.subscribe(listener),
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => workspace.provider.opened);
}

/** Whether the server takes changes no more. */
export function useServerReadOnly(workspace: AttemptWorkspace): boolean {
  const subscribe = useCallback(
    (listener: () => void) => workspace.provider.subscribe(listener),
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => workspace.provider.readOnly);
}

/** The names of all files. */
export function usePaths(workspace: AttemptWorkspace): string[] {
  const subscribe = useCallback(
    (listener: () => void) => workspace.subscribeToPaths(listener),
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => workspace.paths);
}
