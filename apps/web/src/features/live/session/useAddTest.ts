import { useCallback, useEffect } from 'react';
import { newTestPath, newTestText } from '#features/live/runs/newTest.ts';
import type { PadCode } from './usePadCode.ts';

/** Adding a test on the spot, ready to be changed; while `enabled`, by Alt and T, too. */
export function useAddTest(
  { workspace, openFile }: Pick<PadCode, 'workspace' | 'openFile'>,
  { enabled, http }: { enabled: boolean; http: boolean },
): () => void {
  const add = useCallback(() => {
    const path = newTestPath(workspace.paths);
    workspace.createFile(path, newTestText({ http }));
    openFile(path);
  }, [workspace, openFile, http]);
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, metaKey, shiftKey, code, repeat } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey || repeat || code !== 'KeyT') return;
      event.preventDefault();
      event.stopPropagation();
      add();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [enabled, add]);
  return add;
}
