import type { Measured } from './measureFidelity.ts';

type Summary = { module: string; snippets: number; alike: number; deliberate: number };

/** Numbers by module, and of all under the name `all`. */
export function summarize(measured: Measured[]): Summary[] {
  const modules = [...new Set(measured.map(({ module }) => module))].toSorted();
  const count = (module: string, of: Measured[]) => ({
    module,
    snippets: of.length,
    alike: of.filter(({ result }) => result === 'alike').length,
    deliberate: of.filter(({ result }) => result === 'deliberate').length,
  });
  return [
    ...modules.map((name) =>
      count(
        name,
        measured.filter(({ module }) => module === name),
      ),
    ),
    count('all', measured),
  ];
}

export const percentage = ({ alike, snippets }: Summary) =>
  snippets === 0 ? 0 : Math.floor((alike / snippets) * 1_000) / 10;

/** The table in Markdown. */
export function presentTable(measured: Measured[]): string {
  const rows = summarize(measured).map((row) => [
    row.module,
    String(row.snippets),
    String(row.alike),
    String(row.deliberate),
    `${percentage(row).toFixed(1)} %`,
  ]);
  const head = ['Module', 'Snippets', 'Alike', 'Deliberately different', 'Fidelity'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[], pad: (cell: string, width: number, column: number) => string) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`;
  const padded = (cell: string, width: number, column: number) =>
    column === 0 ? cell.padEnd(width) : cell.padStart(width);
  return [
    line(head, padded),
    line(head, (_cell, width, column) =>
      column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
    ),
    ...rows.map((row) => line(row, padded)),
    '',
  ].join('\n');
}

/** What differs: without a reason first, with the first line that does. */
export function presentDifferences(measured: Measured[]): string {
  const unexplained = measured.filter(({ result }) => result === 'different');
  const deliberate = measured.filter(({ result }) => result === 'deliberate');
  return [
    ...unexplained.flatMap(({ module, title, pair: { node, sandbox } }) => {
      const at = node.lines.findIndex((text, index) => text !== sandbox.lines[index]);
      const first = at < 0 ? node.lines.length : at;
      return [
        `Different: ${module}: ${title}`,
        `  Node:    ${node.lines[first] ?? node.error ?? '(nothing)'}`,
        `  Sandbox: ${sandbox.lines[first] ?? sandbox.error ?? '(nothing)'}`,
      ];
    }),
    ...deliberate.map(({ module, title, reason }) => `Deliberate: ${module}: ${title}. ${reason}`),
    '',
  ].join('\n');
}
