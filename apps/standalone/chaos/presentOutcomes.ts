import type { Outcome } from './runFault.ts';

/** Words on each kind of finding that are printed of one fault. */
const maxWords = 5;

/** Whether a fault did no harm. */
export function isHarmless({ lost, doubled, wrong, stuck, repeats }: Outcome): boolean {
  return repeats > 0 && stuck + lost.length + doubled.length + wrong.length === 0;
}

/** A table of all faults, in Markdown, and under it in words what went wrong. */
export function presentOutcomes(outcomes: readonly Outcome[]): string {
  const rows = [
    [
      'Fault',
      'Repeats',
      's each',
      'Keys',
      'Submissions',
      'Lost',
      'Doubled',
      'Wrong',
      'Stuck',
      'Errors seen',
    ],
    ...outcomes.map((outcome) => [
      outcome.title,
      String(outcome.repeats),
      outcome.repeatS.toFixed(1),
      ...[
        outcome.keys,
        outcome.submissions,
        outcome.lost.length,
        outcome.doubled.length,
        outcome.wrong.length,
        outcome.stuck,
        outcome.errors.length,
      ].map(String),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [headings = [], ...cells] = rows;
  const words = outcomes.flatMap((outcome) =>
    (['lost', 'doubled', 'wrong'] as const).flatMap((kind) =>
      outcome[kind].slice(0, maxWords).map((what) => `${outcome.name}: ${kind}: ${what}`),
    ),
  );
  return `${[line(headings), rule, ...cells.map(line), ...words].join('\n')}\n`;
}
