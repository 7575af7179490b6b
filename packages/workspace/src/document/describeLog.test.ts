import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { describeLog } from './describeLog.ts';
import { filesOf, replaceFiles } from './workspaceDocument.ts';

/** The log that these changes write, one update each. */
function logOf(...changes: ((doc: Y.Doc) => void)[]): { bytes: Uint8Array }[] {
  const doc = new Y.Doc();
  const log: { bytes: Uint8Array }[] = [];
  doc.on('update', (bytes: Uint8Array) => log.push({ bytes }));
  for (const change of changes) doc.transact(() => change(doc));
  return log;
}

const text = (doc: Y.Doc, path: string) => {
  const found = filesOf(doc).get(path);
  if (found === undefined) throw new Error(`There is no ${path}.`);
  return found;
};

describe('a described log', () => {
  it('says of each update what came into which file, and how much went', () => {
    const log = logOf(
      (doc) => replaceFiles(doc, { 'a.ts': 'one', 'b.ts': '' }),
      (doc) => text(doc, 'a.ts').insert(3, ' two'),
      (doc) => {
        text(doc, 'a.ts').delete(0, 3);
        text(doc, 'a.ts').insert(0, '1');
      },
      (doc) => text(doc, 'b.ts').insert(0, 'new'),
      (doc) => filesOf(doc).delete('a.ts'),
    );
    expect(describeLog(log).map(({ changes }) => changes)).toEqual([
      [
        { path: 'a.ts', inserted: ['one'], deleted: 0 },
        { path: 'b.ts', inserted: [], deleted: 0 },
      ],
      [{ path: 'a.ts', inserted: [' two'], deleted: 0 }],
      [{ path: 'a.ts', inserted: ['1'], deleted: 3 }],
      [{ path: 'b.ts', inserted: ['new'], deleted: 0 }],
      [{ path: 'a.ts', inserted: [], deleted: 5 }],
    ]);
  });

  it('counts what a file held when another text takes its place', () => {
    const log = logOf(
      (doc) => replaceFiles(doc, { 'a.ts': 'four' }),
      (doc) => filesOf(doc).set('a.ts', new Y.Text('other')),
    );
    expect(describeLog(log)[1]?.changes).toEqual([
      { path: 'a.ts', inserted: ['other'], deleted: 4 },
    ]);
  });
});
