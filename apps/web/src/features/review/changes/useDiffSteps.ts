import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useEffectEvent, useState } from 'react';

/** The changes of the file in view, and which of them is looked at: counts from 0, and is -1 before the first. */
export function useDiffSteps(diff: editor.IStandaloneDiffEditor | undefined) {
  const [changes, setChanges] = useState<readonly editor.ILineChange[]>([]);
  const [at, setAt] = useState(-1);
  /** Which change of the next file is shown once it is there. */
  const [arriving, setArriving] = useState<'first' | 'last'>();

  const show = (all: readonly editor.ILineChange[], index: number): boolean => {
    const change = all[index];
    if (diff === undefined || change === undefined) return false;
    setAt(index);
    const line = Math.max(1, change.modifiedStartLineNumber);
    const modified = diff.getModifiedEditor();
    modified.setPosition({ lineNumber: line, column: 1 });
    modified.revealLineInCenter(line);
    modified.focus();
    return true;
  };
  const read = useEffectEvent(() => {
    const found = diff?.getLineChanges() ?? [];
    setChanges(found);
    if (arriving === undefined || found.length === 0) return;
    show(found, arriving === 'first' ? 0 : found.length - 1);
    setArriving(undefined);
  });
  useEffect(() => {
    if (diff === undefined) return undefined;
    read();
    const updates = diff.onDidUpdateDiff(read);
    return () => {
      updates.dispose();
      setChanges([]);
    };
  }, [diff]);

  return {
    count: changes.length,
    at: Math.min(at, changes.length - 1),
    /** Brings the next or the previous change into view; says whether there is one. */
    move: (by: 1 | -1) => show(changes, at + by),
    /** Says that another file comes, and which of its changes is wanted. */
    arrive: (wanted?: 'first' | 'last') => {
      setAt(-1);
      setArriving(wanted);
    },
  };
}
