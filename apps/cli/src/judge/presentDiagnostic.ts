import type { Diagnostic } from '@assay/contracts/verdict';
import { printable } from '#terminal/printable.ts';
import { style } from '#terminal/style.ts';

/** A compile error with its place, its line of source, and a caret below the column. */
export function presentDiagnostic({ file, line, column, message, source }: Diagnostic): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  const head = `  ${style('bold', printable(place))} ${printable(message)}\n`;
  if (source === undefined) return head;
  const caret =
    column > 0
      ? `      ${source.slice(0, column - 1).replaceAll(/[^\t]/g, ' ')}${style('red', '^')}\n`
      : '';
  return `${head}      ${printable(source)}\n${caret}`;
}
