import { useEffect, useRef } from 'react';

export type KeyActions = {
  /** Where there is nothing to run or submit, the keys are the editor's. */
  run?: () => void;
  submit?: () => void;
  help: () => void;
  nextPane: (direction: 1 | -1) => void;
  quickOpen: () => void;
  search: () => void;
};

/** The keys of the workbench. They are taken before the editor sees them, which would insert lines. */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = actionFor(event, current.current);
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function actionFor(event: KeyboardEvent, actions: KeyActions): (() => void) | undefined {
  if (event.isComposing) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  if (mod && event.key === 'Enter') return event.shiftKey ? actions.submit : actions.run;
  const key = event.key.toLowerCase();
  if (mod && event.shiftKey && key === 'f') return actions.search;
  if (!ownsKeys(event.target)) {
    if (mod && !event.shiftKey && key === 'p') return actions.quickOpen;
    // Saving happens by itself; the browser's dialog for saving the page helps nobody.
    if (mod && key === 's') return () => undefined;
  }
  if (event.key === 'F6') return () => actions.nextPane(event.shiftKey ? -1 : 1);
  if (event.key === '?' && !isTyping(event.target)) return actions.help;
  return undefined;
}

/** Whether the keys go to an editor that has Vim's or Emacs' own meaning for them. */
function ownsKeys(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[data-keys]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, [contenteditable], .monaco-editor') !== null
  );
}
