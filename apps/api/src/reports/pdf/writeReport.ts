import { setImmediate } from 'node:timers/promises';
import type { Paper, Report } from '@assay/contracts/http';
import { type Block, layOutReport } from '@assay/contracts/report';
import { drawPicture } from './drawPicture.ts';

import { ink } from './ink.ts';
import { noGlyph } from './layOutText.ts';
import { Sheet, type TextStyle } from './Sheet.ts';
import { writeCriterion } from './writeCriterion.ts';
import { writeTable } from './writeTable.ts';

const body: TextStyle = { size: 9.5 };

/** A report as the bytes of a PDF: the same blocks as on the page. Others are served between any two of them. */
export async function writeReport(report: Report, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const subject = `Report on an attempt at ${report.assessment.title}`;
  const sheet = new Sheet(paper, {
    title: `${report.candidateName}: ${report.assessment.title}`,
    subject,
    madeAt: new Date(report.madeAt),
  });
  for (const block of layOutReport(report)) {
    await write(sheet, block);
    await setImmediate();
  }
  const { lacking } = sheet;
  if (lacking > 0)
    await write(sheet, {
      kind: 'text',
      text: `${noGlyph} stands for ${lacking === 1 ? 'a sign' : `${lacking} signs`} that the typefaces of this file lack. The page shows them.`,
    });
  return sheet.end(`${report.candidateName} · ${report.assessment.title}`);
}

async function write(sheet: Sheet, block: Block): Promise<void> {
  switch (block.kind) {
    case 'title':
      sheet.flow(block.text, { font: 'bold', size: 20 }, sheet.tag('H1'));
      sheet.flow(block.lead, { size: 11, color: ink.soft }, sheet.tag('P'));
      sheet.y += 12;
      return;
    case 'heading':
      return writeHeading(sheet, block);
    case 'facts':
      return writeFacts(sheet, block.facts);
    case 'text':
      sheet.ensure(28);
      sheet.flow(block.text, body, sheet.tag('P'));
      sheet.y += 6;
      return;
    case 'list': {
      const list = sheet.tag('L');
      for (const item of block.items) {
        sheet.ensure(28);
        const entry = sheet.tag('LI', list);
        sheet.place('•', body, sheet.tag('Lbl', entry), { x: sheet.left, width: 10 });
        sheet.flow(item, body, sheet.tag('LBody', entry), { indent: 12 });
        sheet.y += 4;
      }
      sheet.y += 4;
      return;
    }
    case 'table':
      await writeTable(sheet, block);
      return;
    case 'criterion':
      return writeCriterion(sheet, block);
    case 'timeline':
      return drawPicture(sheet, block.label, block.picture);
  }
}

function writeHeading(
  sheet: Sheet,
  { level, text, aside }: Extract<Block, { kind: 'heading' }>,
): void {
  const style: TextStyle = { font: 'bold', size: level === 2 ? 14 : 11 };
  // A heading stays with the beginning of what it is about.
  const room = level === 2 ? 130 : 80;
  if (!sheet.ensure(room)) sheet.y += level === 2 ? 12 : 6;
  if (level === 2) {
    sheet.rule(sheet.y, ink.line);
    sheet.y += 10;
  }
  const side: TextStyle = { size: 9, color: ink.soft, align: 'right', numbers: true };
  const sideWidth = aside === undefined ? 0 : Math.min(sheet.widthOf(aside, side) + 2, 220);
  const width = sheet.width - sideWidth - (sideWidth > 0 ? 12 : 0);
  const tag = sheet.tag(level === 2 ? 'H2' : 'H3');
  const height = sheet.heightOf(text, style, width);
  sheet.place(text, style, tag, { x: sheet.left, width });
  const sideHeight = aside === undefined ? 0 : sheet.heightOf(aside, side, sideWidth);
  if (aside !== undefined)
    sheet.place(aside, side, tag, {
      x: sheet.left + sheet.width - sideWidth,
      y: sheet.y + (level === 2 ? 4 : 1),
      width: sideWidth,
    });
  sheet.y += Math.max(height, sideHeight + 4) + 3;
}

const factColumns = 3;
const factPadding = 12;

/** Facts in three columns on a ground of their own, row by row. */
function writeFacts(sheet: Sheet, facts: { name: string; text: string }[]): void {
  const name: TextStyle = { size: 8, color: ink.soft };
  const fact: TextStyle = { font: 'bold', size: 9.5, numbers: true };
  const width = (sheet.width - factPadding * (factColumns + 1)) / factColumns;
  const list = sheet.tag('L');
  for (let row = 0; row < facts.length; row += factColumns) {
    const own = facts.slice(row, row + factColumns);
    const height = Math.max(...own.map(({ text }) => sheet.heightOf(text, fact, width))) + 20;
    sheet.ensure(height);
    const { left, y, width: wide } = sheet;
    sheet.decorate((doc) => doc.rect(left, y, wide, height).fill(ink.sunken));
    own.forEach((one, column) => {
      const x = sheet.left + factPadding + column * (width + factPadding);
      const entry = sheet.tag('LI', list);
      sheet.place(one.name, name, sheet.tag('Lbl', entry), { x, y: sheet.y + 6, width });
      sheet.place(one.text, fact, sheet.tag('LBody', entry), { x, y: sheet.y + 16, width });
    });
    sheet.y += height;
  }
  sheet.y += 10;
}
