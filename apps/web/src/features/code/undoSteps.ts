/** One edit, in UTF-16 code units: what was replaced from `start`, and by what. */
export type Edit = { start: number; removed: number; inserted: string };

/**
 * Says where one step of undo ends and the next begins, as people expect it from editors: typing a word is one
 * step, and a new line, a paste, a jump elsewhere, or turning from typing to deleting begins another.
 * The returned function is told every edit in order and answers whether it begins a step.
 */
export function undoSteps(): (edit: Edit) => boolean {
  let last: Edit | undefined;
  return (edit) => {
    const before = last;
    last = edit;
    if (before === undefined) return true;
    if (isDeletion(edit) !== isDeletion(before)) return true;
    if (edit.inserted.length > 2 || edit.inserted.includes('\n')) return true;
    if (/\s$/.test(before.inserted) && !/^\s/.test(edit.inserted)) return true;
    return !isAdjacent(before, edit);
  };
}

function isDeletion({ removed, inserted }: Edit): boolean {
  return removed > 0 && inserted === '';
}

function isAdjacent(before: Edit, edit: Edit): boolean {
  const end = before.start + before.inserted.length;
  // Backspace moves to the left of the last edit, Delete stays; an automatic closing bracket leaves the cursor inside.
  return (
    edit.start === end ||
    edit.start + edit.removed === before.start ||
    Math.abs(edit.start - end) <= 1
  );
}
