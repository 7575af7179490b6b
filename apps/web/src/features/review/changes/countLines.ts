/** How many lines came and went. */
export type LineCounts = { added: number; removed: number };

/** Differences beyond this are not told apart line by line. Counters two large files that share nothing. */
const mostEdits = 2_000;

/** Counts the lines that `after` has and `before` has not, and the other way round, as a shortest edit has them. */
export function countLines(before: string, after: string): LineCounts {
  let [a, b] = [linesOf(before), linesOf(after)];
  const same = (x: string[], y: string[]) => {
    let length = 0;
    while (length < x.length && length < y.length && x[length] === y[length]) length += 1;
    return length;
  };
  const head = same(a, b);
  [a, b] = [a.slice(head), b.slice(head)];
  const tail = same(a.toReversed(), b.toReversed());
  [a, b] = [a.slice(0, a.length - tail), b.slice(0, b.length - tail)];
  const edits = countEdits(a, b);
  // Of `edits` lines, those that came and those that went differ by what the file grew.
  const grown = b.length - a.length;
  return { added: (edits + grown) / 2, removed: (edits - grown) / 2 };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The length of the shortest edit, by Myers (1986); without a common line beyond `mostEdits`. */
function countEdits(a: string[], b: string[]): number {
  const all = a.length + b.length;
  const reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= Math.min(all, mostEdits); edits += 1) {
    for (let k = -edits; k <= edits; k += 2) {
      const [below, above] = [reached.get(k - 1) ?? -1, reached.get(k + 1) ?? -1];
      let x = k === -edits || (k !== edits && below < above) ? above : below + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return edits;
    }
  }
  return all;
}
