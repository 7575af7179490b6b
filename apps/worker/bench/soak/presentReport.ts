import type { SoakReport } from './runSoak.ts';

/** A soak as a table for a terminal. */
export function presentReport(report: SoakReport): string {
  const { growth, statuses, problems, words } = report;
  const rows: [string, string | number][] = [
    ['judged', `${report.judged} of ${report.submissions}`],
    [
      'time',
      `${report.seconds.toFixed(0)} s, ${(report.judged / report.seconds).toFixed(1)} a second`,
    ],
    ...Object.entries(statuses)
      .toSorted(([, a], [, b]) => b - a)
      .map(([status, count]): [string, number] => [`  ${status}`, count]),
    ['lost verdicts', report.lost],
    ['doubled verdicts', report.doubled],
    ['wrong, honest', report.wrongHonest],
    ['wrong, hostile', report.wrongHostile],
    ['not judged (our fault)', report.unjudged],
    ['zombies', report.zombies],
    ['processes left', report.leftovers],
    [
      'resident memory',
      growth === undefined
        ? 'too short a run to say'
        : `${growth.fromMb.toFixed(0)} MB after the warm-up, ${growth.toMb.toFixed(0)} MB at the end (${growth.percent >= 0 ? '+' : ''}${growth.percent.toFixed(1)} %)`,
    ],
    [
      'open descriptors',
      growth === undefined ? 'too short a run to say' : signed(growth.descriptors),
    ],
  ];
  return [
    ...rows.map(([what, value]) => `${what.padEnd(24)}${value}`),
    '',
    ...words.map((word) => `  ${word}`),
    problems.length === 0 ? 'Nothing leaks.' : `Not well: ${problems.join('; ')}.`,
    '',
  ].join('\n');
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count);
}
