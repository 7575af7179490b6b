import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { filesOf } from '#document/workspaceDocument.ts';
import { hourOfTyping } from '#testing/hourOfTyping.ts';
import { CodeHistory, findCursor } from './CodeHistory.ts';
import { Recording } from './Recording.ts';

/** A log as people write it, one update for each of `steps`, a second apart. */
function logOf(steps: [author: string, write: (files: Y.Map<Y.Text>) => void][]) {
  const doc = new Y.Doc();
  const log: { at: Date; author: string; bytes: Uint8Array }[] = [];
  let author = '';
  doc.on('update', (bytes: Uint8Array) => {
    log.push({ at: new Date((log.length + 1) * 1_000), author, bytes });
  });
  for (const [who, write] of steps) {
    author = who;
    doc.transact(() => write(filesOf(doc)));
  }
  return log;
}

const insert = (index: number, text: string) => (files: Y.Map<Y.Text>) =>
  files.get('a.ts')?.insert(index, text);

describe('a history of files', () => {
  it('says of each change whose it was, where, and how much came in one piece', () => {
    const history = new CodeHistory();
    const log = logOf([
      ['server', (files) => files.set('a.ts', new Y.Text('start\n'))],
      ['noor', insert(0, 'x')],
      ['sam', insert(7, 'one\ntwo\nthree\n')],
      ['noor', (files) => files.get('a.ts')?.delete(0, 1)],
      ['noor', (files) => files.delete('a.ts')],
    ]);
    history.add(log.slice(0, 2));
    history.add(log.slice(2));
    expect(history.changes.map(({ cursor: _cursor, ...change }) => change)).toEqual([
      { atMs: 1_000, author: 'server', path: 'a.ts', longest: 6, lines: 1 },
      { atMs: 2_000, author: 'noor', path: 'a.ts', longest: 1, lines: 1 },
      { atMs: 3_000, author: 'sam', path: 'a.ts', longest: 14, lines: 3 },
      { atMs: 4_000, author: 'noor', path: 'a.ts', longest: 0, lines: 1 },
      { atMs: 5_000, author: 'noor', path: 'a.ts', longest: 0, lines: 1 },
    ]);
    history.dispose();
  });

  it('finds a cursor again wherever the text around it has moved to, at any moment', () => {
    const log = logOf([
      ['server', (files) => files.set('a.ts', new Y.Text('start\n'))],
      ['noor', insert(5, ' here')],
      ['sam', insert(0, 'above\n')],
      ['sam', insert(16, ' behind')],
      ['sam', (files) => files.set('b.ts', new Y.Text(''))],
    ]);
    const history = new CodeHistory();
    history.add(log);
    const recording = new Recording(log);
    const noors = history.changes[1]?.cursor;
    const at = (atMs: number, path = 'a.ts') =>
      findCursor(noors, filesOf(recording.at(atMs)).get(path));
    expect([at(2_000), at(3_000), at(4_000), at(2_000)]).toEqual([10, 16, 16, 10]);
    expect([at(1_000), at(5_000, 'b.ts'), at(5_000, 'c.ts')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    recording.dispose();
  });

  it('reads an hour of typing with a cursor for every change of a text', () => {
    const { entries } = hourOfTyping(3);
    const history = new CodeHistory();
    history.add(entries);
    expect(history.changes.length).toBe(entries.length);
    const recording = new Recording(entries);
    const last = history.changes.at(-1);
    const text = filesOf(recording.at(Infinity)).get(last?.path ?? '');
    expect(findCursor(last?.cursor, text)).toEqual(expect.any(Number));
    expect(
      history.changes.filter(({ author, lines }) => author !== 'server' && lines > 7).length,
    ).toBeGreaterThan(5);
  });
});
