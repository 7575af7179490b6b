import type { ProgramReport } from '@assay/sandbox/hostile';
import { indent, printable } from '#terminal/printable.ts';
import { style } from '#terminal/style.ts';

const widths = { name: 38, expected: 46, got: 15, wall: 9, peak: 9 };

export function presentHead(): string {
  return [
    'Program'.padEnd(widths.name),
    'Expected'.padEnd(widths.expected),
    'Got'.padEnd(widths.got),
    'Wall'.padStart(widths.wall),
    'Peak'.padStart(widths.peak),
  ].join('');
}

/** A line of the table, and below it what is wrong. */
export function presentReport({
  name,
  expected,
  got,
  wallMs,
  peakMb,
  problems,
}: ProgramReport): string {
  const measured = wallMs > 0;
  const line = [
    name.padEnd(widths.name),
    expected.padEnd(widths.expected),
    got.padEnd(widths.got),
    (measured ? `${wallMs} ms` : '').padStart(widths.wall),
    (measured ? `${peakMb} MB` : '').padStart(widths.peak),
  ].join('');
  const ok = problems.length === 0;
  const mark = ok ? style('green', 'ok') : style('red', 'wrong');
  return [`${line}  ${mark}`, ...problems.map((text) => indent(printable(text), '    '))].join(
    '\n',
  );
}

/** The closing line, in words that CI counts. */
export function presentSummary(reports: ProgramReport[], ms: number): string {
  const failed = reports.filter(({ problems }) => problems.length > 0).length;
  return `Checks: ${reports.length - failed} passed, ${failed} failed (hostile programs, ${Math.round(ms / 1_000)} s)`;
}
