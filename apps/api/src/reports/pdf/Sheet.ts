import PDFDocument from 'pdfkit';
import { type Face, latin, type Weight } from './faces.ts';
import { ink } from './ink.ts';
import { layOutText, type Line } from './layOutText.ts';

/** A part of the tree that programs read aloud; made by the document, named after PDF's own types. */
export type Tag = ReturnType<PDFKit.PDFDocument['struct']>;

export type TextStyle = {
  font?: Weight;
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
  readonly #registered = new Set<string>();
  /** Letters that the typefaces lack, so far. */
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
    return this.#layOut(text, style, width).lines.length * this.#lineHeight(style);
  }

  /** How wide it is in one line, points. */
  widthOf(text: string, style: TextStyle): number {
    return Math.max(...this.#layOut(text, style, Infinity).lines.map(({ width }) => width));
  }

  /** Writes below what is there, over as many pages as it takes. */
  flow(text: string, style: TextStyle, tag: Tag, { indent = 0 } = {}): void {
    this.#write(text, style, tag, { x: this.left + indent, width: this.width - indent });
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
    const { lines } = this.#layOut(text, style, width);
    lines.forEach((line, index) =>
      this.#draw(line, style, { x, y: this.y + index * this.#lineHeight(style), width }),
    );
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
    this.#use(latin, { size: 8 });
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
      const room = this.width - 60;
      const [first, ...rest] = this.#layOut(foot, style, room - 10).lines;
      if (first !== undefined) {
        const cut = rest.length > 0 ? [{ text: '…', face: latin, x: first.width }] : [];
        const runs = [...first.runs, ...cut];
        this.#draw({ ...first, runs }, style, { x: this.left, y, width: room });
      }
      const [number] = this.#layOut(`${page + 1} / ${count}`, style, 60).lines;
      const right: TextStyle = { ...style, align: 'right' };
      if (number !== undefined) this.#draw(number, right, { x: this.left + room, y, width: 60 });
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

  #layOut(text: string, style: TextStyle, width: number): ReturnType<typeof layOutText> {
    return layOutText(text, width, (run) => {
      this.#use(run.face, style);
      return this.#doc.widthOfString(run.text, features(style, run.face));
    });
  }

  /** Of all faces alike, so that lines keep their distance. */
  #lineHeight(style: TextStyle): number {
    this.#use(latin, style);
    return this.#doc.currentLineHeight(true) + lineGap;
  }

  #use(face: Face, { font = 'regular', size, color = ink.text }: TextStyle): void {
    const name = `${face.name} ${font}`;
    if (!this.#registered.has(name)) {
      this.#doc.registerFont(name, face.file(font));
      this.#registered.add(name);
    }
    this.#doc.font(name).fontSize(size).fillColor(color);
  }

  /** Goes on with a new page where there is no room for a line. */
  #write(
    text: string,
    style: TextStyle,
    tag: Tag,
    { x, width }: { x: number; width: number },
  ): void {
    const { lines, lacking } = this.#layOut(text, style, width);
    this.#lacking += lacking;
    if (text.trim() === '') return;
    const height = this.#lineHeight(style);
    // Who copies or reads aloud gets letters in the order in which they are read, whatever stands beside what.
    const isPlain = lines.every(({ runs }) => runs.every(({ face }) => face === latin));
    let isMarked = false;
    for (const line of lines) {
      if (isMarked && (!isPlain || this.y + height > this.#bottom)) {
        this.#doc.endMarkedContent();
        isMarked = false;
      }
      this.ensure(height);
      if (!isMarked)
        tag.add(this.#doc.markStructureContent('Span', isPlain ? {} : { actual: line.text }));
      isMarked = true;
      this.#draw(line, style, { x, y: this.y, width });
      this.y += height;
    }
    this.#doc.endMarkedContent();
  }

  #draw(line: Line, style: TextStyle, { x, y, width }: { x: number; y: number; width: number }) {
    const baseline = y + latin.ascent * style.size;
    const left = style.align === 'right' ? x + width - line.width : x;
    for (const run of line.runs) {
      this.#use(run.face, style);
      this.#doc.text(run.text, left + run.x, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...features(style, run.face),
      });
    }
  }
}

/** Without any, each word of a text is set by itself and put to the right of the one before. */
function features(
  { numbers }: TextStyle,
  { fromRight }: Face,
): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  if (fromRight) return { features: [] };
  return numbers ? { features: ['tnum'] } : {};
}
