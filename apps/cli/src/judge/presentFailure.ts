import type { SourceFrame, TestResult } from '@assay/contracts/verdict';
import { indent, printable } from '#terminal/printable.ts';
import { style } from '#terminal/style.ts';

/** Why a test failed: message, values where the message lacks them, frames, and what was printed. */
export function presentFailure({ name, failure, console: lines }: TestResult): string {
  if (!failure) return '';
  const { message, expected, received, frames } = failure;
  const shown = [`● ${printable(name)}`];
  shown.push(indent(printable(message), '    '));
  // Most matchers have the values in their message; asymmetric ones and our own do not.
  if (expected !== undefined && !/expected/i.test(message))
    shown.push(`    Expected: ${printable(expected)}`);
  if (received !== undefined && !/received/i.test(message))
    shown.push(`    Received: ${printable(received)}`);
  if (frames.length > 0) shown.push(frames.map(presentFrame).join('\n'));
  if (lines.length > 0) {
    shown.push(style('dim', '    Printed by the solution:'));
    shown.push(
      lines.map(({ level, text }) => indent(`${level}: ${printable(text)}`, '      ')).join('\n'),
    );
  }
  return `${shown.join('\n')}\n`;
}

function presentFrame(frame: SourceFrame): string {
  const folder = frame.in === 'tests' ? 'tests/' : '';
  const place = `${folder}${frame.file}:${frame.line}:${frame.column}`;
  const where = frame.function === undefined ? place : `${frame.function} (${place})`;
  return style('dim', `      at ${printable(where)}`);
}
