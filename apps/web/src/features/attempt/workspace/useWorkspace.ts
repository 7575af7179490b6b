import type { SaveState } from '@assay/workspace/browser';
import { useCallback, useSyncExternalStore } from 'react';
import type { AttemptWorkspace } from './AttemptWorkspace.ts';

/** Where the work of a workspace is: saved, on its way, or only here. */
export function useSaveState(workspace: AttemptWorkspace): SaveState {
  const subscribe = useCallback(
    (listener: () => void) => workspace.provider.subscribe(listener),
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => workspace.provider.saveState);
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
