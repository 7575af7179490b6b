import { describe, expect, it } from '@jest/globals';
import { Cursor } from '@assay/contracts/live';
import fc from 'fast-check';
import * as Y from 'yjs';
import { decodeCursor, encodeCursor } from './cursor.ts';

function shared(content: string): [Y.Text, Y.Text] {
  const doc = new Y.Doc();
  doc.getText('file').insert(0, content);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return [doc.getText('file'), other.getText('file')];
}

describe('a cursor', () => {
  it('is found at its character again after what others typed and deleted before it', () => {
    const [text, others] = shared('const total = 0;');
    const cursor = encodeCursor(text, { anchor: 6, head: 11 });
    expect(Cursor.safeParse(cursor).success).toBe(true);
    others.insert(0, '// sum\n');
    others.delete(7, 2);
    expect(decodeCursor(cursor, others)).toEqual({ anchor: 11, head: 16 });
  });

  it('is short where nothing is selected, and at the end of a text', () => {
    const [text, others] = shared('a');
    const cursor = encodeCursor(text, { anchor: 1, head: 1 });
    expect(cursor).not.toContain('.');
    expect(decodeCursor(cursor, others)).toEqual({ anchor: 1, head: 1 });
  });

  it('is nothing in another text', () => {
    const [text] = shared('a');
    const [, elsewhere] = shared('a');
    expect(decodeCursor(encodeCursor(text, { anchor: 0, head: 1 }), elsewhere)).toBeUndefined();
  });

  it('is nothing when it is none, and never throws', () => {
    const [text] = shared('some text');
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.base64String(), fc.uint8Array().map(toBase64)),
        (cursor) => {
          const place = decodeCursor(cursor, text);
          expect(place === undefined || Number.isInteger(place.head + place.anchor)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
