import { createRequire } from 'node:module';
import type { Bidi } from 'bidi-js';
import LineBreaker from 'linebreak';
import { type Face, facesFor, latin } from './faces.ts';

/** Letters that stand beside each other in one face and one direction. */
export type Run = { text: string; face: Face };

export type Line = {
  /** In the order in which they are read, each with its distance from the left end of the line. */
  runs: (Run & { x: number })[];
  /** As it is read. */
  text: string;
  width: number;
};

/** How wide letters are, in the unit of the lines. */
export type Measure = (run: Run) => number;

/** What stands for a letter or a sign that no face has a picture of. */
export const noGlyph = '□';

/** Required, because its types take it for an ES module, which it is not. */
const bidi = (createRequire(import.meta.url)('bidi-js') as () => Bidi)();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Of whose runs the face itself sets the letters from right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** What Inter has, all from left to right: most of what is written. */
const plain = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u201e\u2026]*$/;
const allFromLeft = new Uint8Array();

/** A paragraph whose code units each know their face, and their direction: odd levels run from right to left. */
type Paragraph = { text: string; faces: Face[]; levels: Uint8Array; lacking: number };

/**
 * Breaks a text into lines of at most `width` by the rules of its scripts (UAX 14), and puts what runs from right to left
 * where it stands (UAX 9). Says how many letters all faces lack.
 */
export function layOutText(
  text: string,
  width: number,
  measure: Measure,
): { lines: Line[]; lacking: number } {
  const paragraphs = text.split('\n').map(cover);
  return {
    lines: paragraphs.flatMap((paragraph) => breakLines(paragraph, width, measure)),
    lacking: paragraphs.reduce((sum, { lacking }) => sum + lacking, 0),
  };
}

function cover(text: string): Paragraph {
  if (plain.test(text)) return { text, faces: [], levels: allFromLeft, lacking: 0 };
  const known = facesFor(text);
  const faces: Face[] = [];
  let covered = '';
  let lacking = 0;
  for (const { segment } of graphemes.segment(text)) {
    const before = faces.at(-1);
    const isBlankWithin = segment === ' ' && before?.fromRight;
    const face = isBlankWithin ? before : known.find((one) => one.has(segment));
    if (face === undefined) lacking += 1;
    const shown = face === undefined ? noGlyph : segment;
    covered += shown;
    for (let unit = 0; unit < shown.length; unit += 1) faces.push(face ?? latin);
  }
  const { levels } = bidi.getEmbeddingLevels(covered);
  return { text: covered, faces, levels, lacking };
}

function breakLines(paragraph: Paragraph, width: number, measure: Measure): Line[] {
  const { text } = paragraph;
  const widthOf = (from: number, to: number) =>
    runsBetween(paragraph, from, to).reduce((sum, run) => sum + measure(run), 0);
  const lines: [number, number][] = [];
  let [start, end, used] = [0, 0, 0];
  for (const [from, to] of piecesOf(text, width, widthOf)) {
    const shown = widthOf(from, shownEnd(text, from, to));
    if (end > start && used + shown > width) {
      lines.push([start, end]);
      [start, used] = [from, 0];
    }
    end = to;
    used += widthOf(from, to);
  }
  lines.push([start, end]);
  return lines.map(([from, to]) => placeRuns(paragraph, from, shownEnd(text, from, to), measure));
}

/** Where a part ends without the blanks at its end. */
const shownEnd = (text: string, from: number, to: number) =>
  from + text.slice(from, to).trimEnd().length;

/** What stays together on a line; a piece that is longer than a line comes letter by letter. */
function* piecesOf(
  text: string,
  width: number,
  widthOf: (from: number, to: number) => number,
): Generator<[number, number]> {
  if (widthOf(0, text.length) <= width) {
    yield [0, text.length];
    return;
  }
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const to = found.position;
    if (widthOf(from, shownEnd(text, from, to)) <= width) yield [from, to];
    else
      for (const { segment, index } of graphemes.segment(text.slice(from, to)))
        yield [from + index, from + index + segment.length];
    from = to;
  }
}

type LeveledRun = Run & { level: number };

function placeRuns(paragraph: Paragraph, from: number, to: number, measure: Measure): Line {
  const runs = runsBetween(paragraph, from, to);
  let width = 0;
  const places = new Map<Run, number>();
  for (const run of fromLeft(runs)) {
    places.set(run, width);
    width += measure(run);
  }
  return {
    runs: runs.map((run) => ({ text: run.text, face: run.face, x: places.get(run) ?? 0 })),
    text: paragraph.text.slice(from, to),
    width,
  };
}

/** The runs of a part, in the order in which they are read. */
function runsBetween({ text, faces, levels }: Paragraph, from: number, to: number): LeveledRun[] {
  if (faces.length === 0)
    return to > from ? [{ text: text.slice(from, to), face: latin, level: 0 }] : [];
  const runs: LeveledRun[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    const [face, level] = [faces[start] ?? latin, levels[start] ?? 0];
    if (at < to && faces[at] === face && levels[at] === level) continue;
    const part = text.slice(start, at);
    runs.push({ text: level % 2 === 1 ? turned(part) : part, face, level });
    start = at;
  }
  return runs;
}

/** As it stands where all runs from right to left: brackets look the other way. */
function turned(part: string): string {
  if (rightToLeft.test(part)) return part;
  return Array.from(
    graphemes.segment(part),
    ({ segment }) => bidi.getMirroredCharacter(segment) ?? segment,
  )
    .reverse()
    .join('');
}

/** From left to right, by rule L2 of UAX 9. */
function fromLeft(runs: readonly LeveledRun[]): LeveledRun[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1)
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end += 1;
      if (end === start) continue;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  return ordered;
}
