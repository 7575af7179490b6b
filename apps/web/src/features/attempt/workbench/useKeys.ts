import { useEffect, useRef } from 'react';

export type KeyActions = {
  run: () => void;
  submit: () => void;
  help: () => void;
  nextPane: (direction: 1 | -1) => void;
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
  // Saving happens by itself; the browser's dialog for saving the page helps nobody.
  if (mod && event.key.toLowerCase() === 's') return () => undefined;
  if (event.key === 'F6') return () => actions.nextPane(event.shiftKey ? -1 : 1);
  if (event.key === '?' && !isTyping(event.target)) return actions.help;
  return undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, [contenteditable], .monaco-editor') !== null
  );
}
