import type { BenchedChallenge } from './benchChallenge.ts';
import type { Measured } from './Measured.ts';

const headings = [
  '',
  'p50 ms',
  'p95 ms',
  'CPU ms',
  '1 at a time/s',
  'all cores/s',
  'faster',
  'less CPU',
  'throughput',
];

/** The measurements as a table for a terminal. */
export function presentTable(benched: BenchedChallenge[]): string {
  return benched.map(presentChallenge).join('\n');
}

function presentChallenge({ slug, judge, jest, nodeTest, comparedWith }: BenchedChallenge): string {
  const row = (name: string, { p50Ms, p95Ms, cpuMs, perSecond }: Measured) => [
    name,
    p50Ms.toFixed(1),
    p95Ms.toFixed(1),
    cpuMs === undefined ? '?' : String(cpuMs),
    perSecond.oneAtATime.toFixed(1),
    perSecond.onAllCores.toFixed(1),
  ];
  const times = (ratio: number | undefined) => (ratio === undefined ? '?' : `${ratio}x`);
  const ratios = ({ faster, lessCpu, throughput }: BenchedChallenge['comparedWith']['jest']) =>
    [faster, lessCpu, throughput].map(times);
  const rows = [
    headings,
    [...row('judge', judge), '', '', ''],
    [...row('fresh process + Jest', jest), ...ratios(comparedWith.jest)],
    [...row('fresh process + node:test', nodeTest), ...ratios(comparedWith.nodeTest)],
  ];
  const lines = rows.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(26) : cell.padStart(14))).join(''),
  );
  const phases = Object.entries(judge.phasesMs).map(([phase, ms]) => `${phase} ${ms.toFixed(1)}`);
  return `${slug}, ${judge.tests} hidden tests\n${lines.join('\n')}\nwhere the judge's time goes, ms: ${phases.join(', ')}\n`;
}
