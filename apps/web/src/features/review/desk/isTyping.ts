const fields = 'input:not([readonly]), textarea, [contenteditable], .monaco-editor, [role=dialog]';

/** Whether a key that is pressed there is a letter of some text, or meant for a dialog, and no command of the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(fields) !== null;
}

/** Whether it is pressed in code that can only be read: nothing is typed there. */
export function isReading(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[data-reading]') !== null &&
    target.matches('.inputarea, .native-edit-context')
  );
}
