import type { CriterionBlock } from '@assay/contracts/report';
import { ink } from './ink.ts';
import type { Sheet, TextStyle } from './Sheet.ts';

const title: TextStyle = { font: 'bold', size: 10 };
const value: TextStyle = { font: 'bold', size: 12, align: 'right', numbers: true };
const remark: TextStyle = { size: 8, color: ink.soft, align: 'right', numbers: true };
const anchor: TextStyle = { size: 8, color: ink.soft };
const by: TextStyle = { size: 8.5, color: ink.soft };
const given: TextStyle = { font: 'bold', size: 9, align: 'right' };
const note: TextStyle = { size: 9.5 };

const valueWidth = 40;
const remarkWidth = 190;
const gap = 10;

/** A criterion: what counts, its anchors, and the notes, each with its score. */
export function writeCriterion(
  sheet: Sheet,
  { title: name, value: counts, remark: how, anchors, scores, override }: CriterionBlock,
): void {
  const nameWidth = sheet.width - valueWidth - remarkWidth - 2 * gap;
  const anchorWidth = (sheet.width - 2 * gap) / 3 - 10;
  const levels = anchors === undefined ? [] : ([1, 3, 5] as const);
  const anchorHeight = Math.max(
    0,
    ...levels.map((level) => sheet.heightOf(anchors?.[level] ?? '', anchor, anchorWidth)),
  );
  const head = Math.max(sheet.heightOf(name, title, nameWidth), 16);
  // With the first line of what follows.
  sheet.ensure(head + anchorHeight + 44);
  const section = sheet.tag('Sect');
  const heading = sheet.tag('H4', section);
  sheet.y += 4;
  sheet.place(name, title, heading, { x: sheet.left, width: nameWidth });
  const right = sheet.left + sheet.width;
  if (how !== undefined)
    sheet.place(how, remark, heading, {
      x: right - valueWidth - remarkWidth,
      y: sheet.y + 3,
      width: remarkWidth,
    });
  if (counts !== undefined)
    sheet.place(counts, value, heading, { x: right - valueWidth, width: valueWidth });
  sheet.y += head + 2;
  if (anchors !== undefined) {
    const list = sheet.tag('L', section);
    levels.forEach((level, index) => {
      const x = sheet.left + index * (anchorWidth + 10 + gap);
      const entry = sheet.tag('LI', list);
      const number = { ...anchor, font: 'bold' } as const;
      sheet.place(String(level), number, sheet.tag('Lbl', entry), { x, width: 10 });
      sheet.place(anchors[level], anchor, sheet.tag('LBody', entry), {
        x: x + 10,
        width: anchorWidth,
      });
    });
    sheet.y += anchorHeight + 4;
  }
  if (override !== undefined) {
    sheet.ensure(30);
    sheet.flow(override, { ...note, color: ink.warn }, sheet.tag('P', section));
    sheet.y += 4;
  }
  for (const { by: who, score, note: words } of scores) {
    sheet.ensure(40);
    sheet.rule(sheet.y);
    sheet.y += 4;
    const entry = sheet.tag('P', section);
    sheet.place(who, by, entry, { x: sheet.left, width: sheet.width - valueWidth - gap });
    sheet.place(score, given, entry, { x: right - valueWidth, width: valueWidth });
    sheet.y += Math.max(13, sheet.heightOf(who, by, sheet.width - valueWidth - gap));
    sheet.flow(words, note, sheet.tag('P', section));
    sheet.y += 4;
  }
  sheet.y += 4;
  sheet.rule(sheet.y, ink.line);
  sheet.y += 6;
}
