/** Moves the focus to the next or previous pane; panes carry `data-pane`, in the order of the page. */
export function focusNextPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null && pane.clientWidth > 0 && pane.clientHeight > 0,
  );
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = current === -1 && direction === -1 ? 0 : current;
  const next = panes.at((start + direction) % panes.length);
  // An editor takes the keyboard in an element of its own.
  const inner = next?.querySelector<HTMLElement>(
    '.monaco-editor textarea, .monaco-editor .native-edit-context',
  );
  (inner ?? next)?.focus();
}
