import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { describeProblem } from '#app/describeProblem.ts';
import { DraftSaver, type DraftState } from './DraftSaver.ts';

/**
 * Saves a draft as it changes, for as long as what it is `of` is shown, and asks before a page is closed that holds
 * something unsaved.
 */
export function useDraftSaver<Draft>(
  of: string,
  save: (of: string, draft: Draft) => Promise<void>,
) {
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const saver = useRef<DraftSaver<Draft>>(undefined);
  const saveNow = useEffectEvent(save);

  useEffect(() => {
    const created = new DraftSaver<Draft>({
      // What is left of one is saved as its own, also when another is shown by then.
      save: (draft) => saveNow(of, draft),
      explain: describeProblem,
      onState: setState,
    });
    saver.current = created;
    const warn = (event: BeforeUnloadEvent) => {
      if (!created.hasUnsaved) return;
      void created.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      void created.close();
    };
  }, [of]);

  return {
    state,
    change: (draft: Draft) => saver.current?.change(draft),
    /** Waits until no save is under way, so that none arrives after the draft is submitted; says whether all is kept. */
    settle: async () => {
      await saver.current?.flush();
      return saver.current?.hasUnsaved !== true;
    },
  };
}
