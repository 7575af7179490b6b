/** Lines `from` to `from + removed` of the old text give way to `added`. */
export type LineChange = { from: number; removed: number; added: string[] };

/** What has to change for one list of lines to become another: the fewest lines, top down. */
export function lineChanges(old: readonly string[], wanted: readonly string[]): LineChange[] {
  const common = commonLengths(old, wanted);
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  const changes: LineChange[] = [];
  let open: LineChange | undefined;
  let [row, column] = [0, 0];
  while (row < old.length || column < wanted.length) {
    const line = wanted[column];
    if (row < old.length && line !== undefined && old[row] === line) {
      open = undefined;
      row += 1;
      column += 1;
      continue;
    }
    if (open === undefined) changes.push((open = { from: row, removed: 0, added: [] }));
    if (line === undefined || (row < old.length && at(row + 1, column) >= at(row, column + 1))) {
      open.removed += 1;
      row += 1;
    } else {
      open.added.push(line);
      column += 1;
    }
  }
  return changes;
}

/** How many lines the rests from a row and a column have in common, in order. */
function commonLengths(old: readonly string[], wanted: readonly string[]): number[][] {
  const table = old.map(() => wanted.map(() => 0));
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = wanted.length - 1; column >= 0; column -= 1) {
      const line = table[row];
      if (line === undefined) continue;
      line[column] =
        old[row] === wanted[column]
          ? (table[row + 1]?.[column + 1] ?? 0) + 1
          : Math.max(table[row + 1]?.[column] ?? 0, line[column + 1] ?? 0);
    }
  return table;
}
