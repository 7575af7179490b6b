import { setImmediate } from 'node:timers/promises';
import type { TableBlock } from '@assay/contracts/report';
import { ink } from './ink.ts';
import type { Sheet, Tag, TextStyle } from './Sheet.ts';

const padding = 6;
/** Rows that are written in one go; others are served in between. */
const rowsAtOnce = 10;
/** Of a column of words that is not the first, points. */
const wordsWidth = 82;
const numbersWidth = 62;
const head: TextStyle = { font: 'bold', size: 8, color: ink.soft };
const detail: TextStyle = { size: 8, color: ink.soft };
const tones = { good: ink.good, bad: ink.bad, quiet: ink.soft };

/** A table whose head is written again on each page; a row stays together, its detail flows. */
export async function writeTable(
  sheet: Sheet,
  { label, columns, rows }: TableBlock,
): Promise<void> {
  const rest = columns
    .slice(1)
    .reduce((sum, { numbers }) => sum + (numbers ? numbersWidth : wordsWidth), 0);
  let x = sheet.left;
  const places = columns.map(({ numbers }, index) => {
    const width = index === 0 ? sheet.width - rest : numbers ? numbersWidth : wordsWidth;
    const place = { x: x + padding, width: width - 2 * padding };
    x += width;
    return place;
  });
  const styleOf = (column: number): TextStyle => ({
    size: 9,
    ...(columns[column]?.numbers && { align: 'right', numbers: true }),
  });
  const table = sheet.tag('Table', undefined, label);
  sheet.ensure(60);
  const writeHead = (write: (text: string, column: number, style: TextStyle) => void) => {
    columns.forEach(({ title, numbers }, column) =>
      write(title, column, { ...head, ...(numbers && { align: 'right' }) }),
    );
    sheet.y += 14;
    sheet.rule(sheet.y, ink.line);
    sheet.y += 4;
  };
  const at = (column: number) => places[column] ?? { x: sheet.left, width: sheet.width };
  const headRow = sheet.tag('TR', table);
  writeHead((text, column, style) =>
    sheet.place(text, style, sheet.tag('TH', headRow), at(column)),
  );

  for (const [index, { cells, tone, detail: more }] of rows.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    const height = Math.max(
      ...cells.map((cell, column) => sheet.heightOf(cell, styleOf(column), at(column).width)),
    );
    if (sheet.ensure(height + (more === undefined ? 6 : 22)))
      writeHead((text, column, style) => sheet.repeat(text, style, at(column)));
    const row = sheet.tag('TR', table);
    cells.forEach((cell, column) => {
      const style = styleOf(column);
      if (column === 1 && tone !== undefined) {
        const { x: left, width } = at(column);
        const { y } = sheet;
        sheet.decorate((doc) => {
          doc.fillColor(tones[tone]);
          if (tone === 'good') doc.circle(left + 2, y + 5.5, 2).fill();
          else doc.rect(left, y + 2.5, 3, 6).fill();
        });
        const moved = { x: left + 8, width: width - 8 };
        sheet.place(cell, { ...style, color: tones[tone] }, sheet.tag('TD', row), moved);
      } else sheet.place(cell, style, sheet.tag('TD', row), at(column));
    });
    sheet.y += height + 3;
    if (more !== undefined) writeDetail(sheet, more, row);
    sheet.rule(sheet.y);
    sheet.y += 3;
  }
  sheet.y += 8;
}

function writeDetail(sheet: Sheet, text: string, row: Tag): void {
  sheet.flow(text, detail, sheet.tag('TD', row), { indent: padding });
  sheet.y += 3;
}
