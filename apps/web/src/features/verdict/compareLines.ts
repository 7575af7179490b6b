/** A line of one text, and whether the other text lacks it. */
export type ComparedLine = { text: string; differs: boolean };

/** More lines than this are not matched, only shown: the work grows with the product of both lengths. */
const maxLines = 400;

/** Finds the lines that two texts share, in order, and marks the others. */
export function compareLines(
  expected: string,
  received: string,
): { expected: ComparedLine[]; received: ComparedLine[] } {
  const [left, right] = [expected.split('\n'), received.split('\n')];
  const shared = Math.max(left.length, right.length) > maxLines ? [] : commonLines(left, right);
  const kept = {
    left: new Set(shared.map(([at]) => at)),
    right: new Set(shared.map(([, at]) => at)),
  };
  const mark = (lines: string[], common: Set<number>) =>
    lines.map((text, at) => ({ text, differs: !common.has(at) }));
  return { expected: mark(left, kept.left), received: mark(right, kept.right) };
}

/** The longest common subsequence, as pairs of positions. */
function commonLines(left: string[], right: string[]): [number, number][] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let [row, column] = [0, 0]; row < left.length && column < right.length;) {
    if (left[row] === right[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
