import PDFDocument from 'pdfkit';
import { coverText, type FontName, fonts } from './fonts.ts';
import { ink } from './ink.ts';

/** A part of the tree that programs read aloud; made by the document, named after PDF's own types. */
export type Tag = ReturnType<PDFKit.PDFDocument['struct']>;

export type TextStyle = {
  font?: FontName;
  /** Points. */
  size: number;
  color?: string;
  align?: 'left' | 'right';
  /** Digits of one width. */
  numbers?: boolean;
};

const margin = { top: 50, bottom: 56, left: 54, right: 54 };
const lineGap = 2;

/** Pages that are written from top to bottom. It knows paper, letters and tags, and nothing of reports. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: Tag;
  /** Letters that the typeface lacks, so far. */
  #lacking = 0;
  y = margin.top;

  constructor(
    paper: 'a4' | 'letter',
    { title, subject, madeAt }: { title: string; subject: string; madeAt: Date },
  ) {
    this.#doc = new PDFDocument({
      size: paper === 'a4' ? 'A4' : 'LETTER',
      margins: margin,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      font: '',
      info: { Title: title, Subject: subject, Creator: 'Assay', CreationDate: madeAt },
    });
    for (const [name, file] of Object.entries(fonts)) this.#doc.registerFont(name, file);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  get left(): number {
    return margin.left;
  }

  get width(): number {
    return this.#doc.page.width - margin.left - margin.right;
  }

  get lacking(): number {
    return this.#lacking;
  }

  get #bottom(): number {
    return this.#doc.page.height - margin.bottom;
  }

  /** Goes on with a new page unless there is so much room on this one; says whether it did. */
  ensure(height: number): boolean {
    if (this.y + height <= this.#bottom || this.y === margin.top) return false;
    this.#doc.addPage();
    this.y = margin.top;
    return true;
  }

  /** A part of the document, or of another part; what is written into it belongs there. */
  tag(type: string, parent: Tag = this.#root, alt?: string): Tag {
    const tag = this.#doc.struct(type, alt === undefined ? {} : { alt });
    parent.add(tag);
    return tag;
  }

  /** How high a text is when it is written so, points. */
  heightOf(text: string, style: TextStyle, width = this.width): number {
    this.#use(style);
    return this.#doc.heightOfString(coverText(text).text, { width, lineGap, ...features(style) });
  }

  /** How wide it is in one line, points. */
  widthOf(text: string, style: TextStyle): number {
    this.#use(style);
    return this.#doc.widthOfString(coverText(text).text, features(style));
  }

  /** Writes below what is there, over as many pages as it takes. */
  flow(text: string, style: TextStyle, tag: Tag, { indent = 0 } = {}): void {
    this.#write(text, style, tag, { x: this.left + indent, width: this.width - indent });
    this.y = this.#doc.y;
  }

  /** Writes at a place of this page, and stays where it is; there has to be room. */
  place(
    text: string,
    style: TextStyle,
    tag: Tag,
    { x, y = this.y, width }: { x: number; y?: number; width: number },
  ): void {
    const before = this.y;
    this.y = y;
    this.#write(text, style, tag, { x, width });
    this.y = before;
  }

  /** Writes what was said before, such as the head of a table on its next page: it is not read aloud again. */
  repeat(text: string, style: TextStyle, { x, width }: { x: number; width: number }): void {
    this.#doc.markContent('Artifact', { type: 'Pagination' });
    this.#use(style);
    const align = style.align ?? 'left';
    this.#doc.text(coverText(text).text, x, this.y, { width, lineGap, align });
    this.#doc.endMarkedContent();
  }

  /** Draws what says nothing by itself, such as a line or a ground. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw(this.#doc);
    this.#doc.endMarkedContent();
  }

  /** Draws a picture, for which its tag has words. */
  picture(tag: Tag, draw: (doc: PDFKit.PDFDocument) => void): void {
    tag.add(this.#doc.markStructureContent('Figure'));
    draw(this.#doc);
    this.#doc.endMarkedContent();
  }

  rule(y: number, color: string = ink.thin): void {
    const { left, width } = this;
    this.decorate((doc) =>
      doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(0.7)
        .stroke(color),
    );
  }

  /** Numbers the pages, and gives the whole as the bytes of a file. */
  async end(foot: string): Promise<Uint8Array<ArrayBuffer>> {
    this.#root.end();
    const { start, count } = this.#doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.#doc.switchToPage(page);
      // Below the margin, where text would otherwise go on to a further page.
      this.#doc.page.margins.bottom = 0;
      this.#doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      const y = this.#doc.page.height - 36;
      const style: TextStyle = { size: 8, color: ink.soft, numbers: true };
      this.#use(style);
      const number = `${page + 1} / ${count}`;
      const room = this.width - 60;
      this.#doc.text(coverText(foot).text, this.left, y, {
        width: room,
        height: 10,
        ellipsis: true,
        lineBreak: false,
      });
      this.#doc.text(number, this.left + room, y, { width: 60, align: 'right' });
      this.#doc.endMarkedContent();
    }
    const parts: Buffer[] = [];
    this.#doc.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise<void>((resolve, reject) => {
      this.#doc.once('end', resolve);
      this.#doc.once('error', reject);
    });
    this.#doc.end();
    await ended;
    return new Uint8Array(Buffer.concat(parts));
  }

  #use({ font = 'regular', size, color = ink.text }: TextStyle): void {
    this.#doc.font(font).fontSize(size).fillColor(color);
  }

  #write(
    text: string,
    style: TextStyle,
    tag: Tag,
    { x, width }: { x: number; width: number },
  ): void {
    const { text: covered, lacking } = coverText(text);
    this.#lacking += lacking;
    if (covered.trim() === '') return;
    this.#use(style);
    tag.add(this.#doc.markStructureContent('Span'));
    this.#doc.text(covered, x, this.y, {
      width,
      lineGap,
      align: style.align ?? 'left',
      ...features(style),
    });
    this.#doc.endMarkedContent();
  }
}

function features({ numbers }: TextStyle): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return numbers ? { features: ['tnum'] } : {};
}
