import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { boardOf, readBoard } from './boardDocument.ts';
import { isOrderKey } from './orderKey.ts';
import { rectangle } from './testScene.ts';

function boardWith(values: Record<string, unknown>): Y.Doc {
  const doc = new Y.Doc();
  for (const [id, value] of Object.entries(values)) boardOf(doc).set(id, value);
  return doc;
}

/** A good element with some of its properties replaced by anything. */
const spoiled = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'),
    fc.dictionary(
      fc.constantFrom(...Object.keys(rectangle('a')), 'points', 'text'),
      fc.jsonValue(),
      {
        maxKeys: 3,
      },
    ),
  )
  .map(([id, changes]) => rectangle(id, changes));

describe('reading a whiteboard', () => {
  it('never throws on what is no element, and gives only what is one, whose references all lead somewhere', () => {
    const value = fc.oneof(spoiled, fc.jsonValue(), fc.uint8Array({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value), (values) => {
        const elements = readBoard(boardWith(values));
        const ids = elements.map(({ id }) => id);
        for (const element of elements) {
          expect(values).toHaveProperty(element.id);
          expect([element.x, element.y, element.width, element.height].every(Number.isFinite)).toBe(
            true,
          );
          expect(isOrderKey(element.index)).toBe(true);
          expect(element.boundElements?.every(({ id }) => ids.includes(id)) ?? true).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['an id that is another element’s', { a: rectangle('b') }],
    ['a name that every object has', { constructor: rectangle('constructor') }],
    ['a picture', { a: rectangle('a', { type: 'image', fileId: 'x' }) }],
    ['a foreign page', { a: rectangle('a', { type: 'embeddable', link: 'https://a.test' }) }],
    ['a colour that says more', { a: rectangle('a', { strokeColor: 'red;background:url(x)' }) }],
    ['a place that is none', { a: rectangle('a', { index: '!' }) }],
    ['a size that takes for ever to hatch', { a: rectangle('a', { width: 1e9 }) }],
    ['a number that is none', { a: rectangle('a', { x: Number.NaN }) }],
    ['a line with one end', { a: rectangle('a', { type: 'line', points: [[0, 0]] }) }],
    ['a shared type', { a: new Y.Map() }],
  ])('leaves out %s', (_, values) => {
    expect(readBoard(boardWith(values))).toEqual([]);
  });

  it('leaves out what is not known of an element, and a link that runs something', () => {
    const link = 'javascript:alert(1)';
    const [element] = readBoard(
      boardWith({ a: rectangle('a', { customData: { more: 1 }, link }) }),
    );
    expect(element).toEqual(rectangle('a'));
  });

  it('cuts references to what is not there, and a text that would stand in itself', () => {
    const text = {
      type: 'text',
      text: 'hello',
      originalText: 'hello',
      fontSize: 20,
      fontFamily: 5,
      lineHeight: 1.25,
      textAlign: 'center',
      verticalAlign: 'middle',
      autoResize: true,
    };
    const elements = readBoard(
      boardWith({
        box: rectangle('box', {
          boundElements: [
            { id: 'label', type: 'text' },
            { id: 'label', type: 'text' },
            { id: 'nobody', type: 'arrow' },
          ],
          frameId: 'box',
        }),
        label: rectangle('label', { ...text, containerId: 'box' }),
        second: rectangle('second', { ...text, containerId: 'box' }),
        itself: rectangle('itself', { ...text, containerId: 'itself' }),
        arrow: rectangle('arrow', {
          type: 'arrow',
          points: [
            [0, 0],
            [9, 9],
          ],
          lastCommittedPoint: [1, 1],
          startBinding: { elementId: 'box', focus: 0, gap: 1 },
          endBinding: { elementId: 'nobody', focus: 0, gap: 1 },
          startArrowhead: null,
          endArrowhead: 'arrow',
        }),
      }),
    );
    const found = Object.fromEntries(elements.map((element) => [element.id, element]));
    expect(found['box']).toMatchObject({
      boundElements: [{ id: 'label', type: 'text' }],
      frameId: null,
    });
    expect(found['label']).toMatchObject({ containerId: 'box' });
    expect(found['second']).toMatchObject({ containerId: null });
    expect(found['itself']).toMatchObject({ containerId: null });
    expect(found['arrow']).toMatchObject({
      startBinding: { elementId: 'box' },
      endBinding: null,
      lastCommittedPoint: null,
      elbowed: false,
    });
  });

  it('orders elements by their keys, and by their ids where those are the same', () => {
    const doc = boardWith({
      c: rectangle('c', { index: 'a1' }),
      b: rectangle('b', { index: 'a1' }),
      a: rectangle('a', { index: 'a2' }),
      d: rectangle('d', { index: 'Zz' }),
    });
    expect(readBoard(doc).map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
  });
});

describe('an order key', () => {
  it.each(['a0', 'a1V', 'Zz', 'b00', 'bzzV', 'Yzz1', 'zzzzzzzzzzzzzzzzzzzzzzzzzzz'])(
    'may be %s',
    (key) => {
      expect(isOrderKey(key)).toBe(true);
    },
  );

  it.each(['', 'a', '0', 'a00', 'b0', 'a0 ', 'é0', `A${'0'.repeat(26)}`, `a0${'z'.repeat(200)}`])(
    'may not be "%s"',
    (key) => {
      expect(isOrderKey(key)).toBe(false);
    },
  );
});
