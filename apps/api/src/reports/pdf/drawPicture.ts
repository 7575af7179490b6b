import type { TimelinePicture } from '@assay/contracts/report';
import { shapeInk } from './ink.ts';
import type { Sheet } from './Sheet.ts';

/** A timeline as vectors, as wide as the sheet. */
export function drawPicture(
  sheet: Sheet,
  label: string,
  { width, height, shapes }: TimelinePicture,
): void {
  const scale = sheet.width / width;
  sheet.ensure(height * scale + 12);
  const tag = sheet.tag('Figure', undefined, label);
  sheet.y += 4;
  sheet.picture(tag, (doc) => {
    doc.save().translate(sheet.left, sheet.y).scale(scale);
    for (const shape of shapes) {
      const { x, y, tone } = shape;
      doc.fillColor(shapeInk[tone]);
      if (shape.kind === 'box') doc.rect(x, y, shape.width, shape.height).fill();
      else if (shape.kind === 'dot') doc.circle(x, y, shape.radius).fill();
      else doc.fontSize(shape.size).text(shape.text, x, y, { lineBreak: false });
    }
    doc.restore();
  });
  sheet.y += height * scale + 8;
}
