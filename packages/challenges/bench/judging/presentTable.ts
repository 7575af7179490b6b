import type { BenchedChallenge } from './benchChallenge.ts';
import type { Measured } from './measureRuns.ts';

const headings = ['', 'p50 ms', 'p95 ms', 'runs/s/core', 'faster', 'throughput'];

/** The measurements as a table for a terminal. */
export function presentTable(benched: BenchedChallenge[]): string {
  return benched.map(presentChallenge).join('\n');
}

function presentChallenge({
  slug,
  tests,
  judge,
  jest,
  nodeTest,
  comparedWith,
}: BenchedChallenge): string {
  const row = (name: string, { p50Ms, p95Ms, perSecondPerCore }: Measured) =>
    [name, p50Ms.toFixed(1), p95Ms.toFixed(1), perSecondPerCore.toFixed(2)] as const;
  const ratios = ({ faster, throughput }: { faster: number; throughput: number }) =>
    [`${faster}x`, `${throughput}x`] as const;
  const rows = [
    headings,
    [...row('judge', judge), '', ''],
    [...row('fresh process + Jest', jest), ...ratios(comparedWith.jest)],
    [...row('fresh process + node:test', nodeTest), ...ratios(comparedWith.nodeTest)],
  ];
  const lines = rows.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(26) : cell.padStart(12))).join(''),
  );
  return `${slug}, ${tests} hidden tests\n${lines.join('\n')}\n`;
}
