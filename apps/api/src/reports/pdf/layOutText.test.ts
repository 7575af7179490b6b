import { describe, expect, it } from '@jest/globals';
import { layOutText, type Line } from './layOutText.ts';

/** Every letter is one wide. */
const lay = (text: string, width = 1_000) =>
  layOutText(text, width, (run) => Array.from(run.text).length);

/** What stands on a line from left to right, word by word; faces set the letters of Hebrew by themselves. */
const seen = ({ runs }: Line) =>
  runs
    .toSorted((a, b) => a.x - b.x)
    .map(({ text, face }) => (face.fromRight ? text.split(' ').reverse().join(' ') : text))
    .join('');

describe('a text of a report', () => {
  it.each([
    ['from the right where its first letter does', 'יוסף כהן', 'כהן יוסף'],
    ['from the left around words that do not', 'by יוסף כהן, twice', 'by כהן יוסף, twice'],
    ['with numbers as they are', 'טעות 503 בשרת', 'בשרת 503 טעות'],
    ['with brackets that open to what they hold', 'יוסף (דוד) x', 'x (דוד) יוסף'],
    ['from the left where all is from the left', 'Łódź, Ελλάδα (2)', 'Łódź, Ελλάδα (2)'],
  ])('stands %s', (_how, text, expected) => {
    const [line] = lay(text).lines;
    expect(line && seen(line)).toBe(expected);
    expect(line?.text).toBe(text);
  });

  it('is broken between words, between signs of Chinese, and anywhere in a word that is too long', () => {
    const texts = (text: string, width: number) => lay(text, width).lines.map((line) => line.text);
    expect(texts('one two three', 8)).toEqual(['one two', 'three']);
    expect(texts('这是一个很长的句子，用来测试', 9)).toEqual(['这是一个很长的句', '子，用来测试']);
    expect(texts('xxxxxxxxxx ab', 4)).toEqual(['xxxx', 'xxxx', 'xx', 'ab']);
    expect(texts('one\n\ntwo', 8)).toEqual(['one', '', 'two']);
  });

  it('is written in faces that have its letters, Japanese ones in Japanese forms', () => {
    const faces = (text: string) =>
      lay(text).lines.flatMap(({ runs }) => runs.map(({ text: part, face }) => [part, face.name]));
    expect(faces('直 a')).toEqual([
      ['直', 'chinese'],
      [' a', 'inter'],
    ]);
    expect(faces('直さ')).toEqual([['直さ', 'japanese']]);
    // Of no Japanese name, but a text may speak of it.
    expect(faces('さ张')).toEqual([
      ['さ', 'japanese'],
      ['张', 'chinese'],
    ]);
    expect(faces('김')).toEqual([['김', 'hangul']]);
    expect(faces('क्षि')).toEqual([['क्षि', 'devanagari']]);
  });

  it('counts a letter that a face cannot put together as one that it lacks', () => {
    const { lacking, lines } = lay('અંબાણી પટેલ');
    expect(lacking).toBe(1);
    expect(lines.map(seen)).toEqual(['□બાણી પટેલ']);
  });

  it('counts the letters that no face has', () => {
    const { lines, lacking } = lay('👩‍👩‍👧 ༄ é');
    expect(lacking).toBe(2);
    expect(lines.map(seen)).toEqual(['□ □ é']);
  });
});
