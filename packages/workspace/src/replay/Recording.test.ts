import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { readFiles, readLog } from '#document/workspaceDocument.ts';
import { hourOfTyping } from '#testing/hourOfTyping.ts';
import { Recording } from './Recording.ts';

/** Enough for three keyframes and a half. */
const entries = hourOfTyping(7).entries.slice(0, 1_750);
const startMs = entries[0]?.at.getTime() ?? 0;
const endMs = entries.at(-1)?.at.getTime() ?? 0;

describe('a recording', () => {
  it('shows at any moment, in any order, what the log amounts to until then', () => {
    const recording = new Recording(entries);
    const moment = fc.oneof(
      fc.integer({ min: startMs - 1_000, max: endMs + 1_000 }),
      fc.constantFrom(...entries.map(({ at }) => at.getTime())),
    );
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 6 }), (moments) => {
        for (const atMs of moments) {
          const until = entries.filter(({ at }) => at.getTime() <= atMs).map(({ bytes }) => bytes);
          expect(readFiles(recording.at(atMs))).toEqual(readLog(until));
        }
      }),
      { numRuns: 20 },
    );
    recording.dispose();
  });

  it('goes on in the same document, and begins another when it goes back', () => {
    const recording = new Recording(entries);
    const first = recording.at(startMs);
    expect(recording.at(startMs + 1_000)).toBe(first);
    const middle = recording.at(endMs);
    expect(recording.at(endMs)).toBe(middle);
    expect(recording.at(startMs)).not.toBe(middle);
  });

  it('is empty before anything happened, and when nothing ever did', () => {
    expect(readFiles(new Recording(entries).at(startMs - 1))).toEqual({});
    const nothing = new Recording([]);
    expect(readFiles(nothing.at(0))).toEqual({});
    expect(nothing.moments).toEqual([]);
  });

  it('keeps the order of the log where the clock went back', () => {
    const doc = new Y.Doc();
    const updates: { at: Date; bytes: Uint8Array }[] = [];
    const times = [1_000, 900, 2_000];
    doc.on('update', (bytes: Uint8Array) => {
      updates.push({ at: new Date(times[updates.length] ?? 0), bytes });
    });
    const files = doc.getMap<Y.Text>('files');
    files.set('a', new Y.Text('one'));
    files.get('a')?.insert(3, ' two');
    files.get('a')?.insert(7, ' three');
    const recording = new Recording(updates);
    expect(recording.moments).toEqual([1_000, 1_000, 2_000]);
    expect(readFiles(recording.at(1_000))).toEqual({ a: 'one two' });
  });
});
