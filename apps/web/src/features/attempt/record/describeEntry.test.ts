import { describe, expect, it } from '@jest/globals';
import type { RecordEntry } from '@assay/contracts/http';
import { describeEntry } from './describeEntry.ts';

const at = '2026-01-01T10:00:00.000Z';
const until = '2026-01-01T10:05:00.000Z';
const say = (entry: RecordEntry) => {
  const { title, detail } = describeEntry(entry, new Map([['orders', 'Orders API']]));
  return `${title} | ${detail}`;
};

describe('an entry of the record', () => {
  it('says in words what happened, how long or how much, and where', () => {
    expect(
      say({
        kind: 'edit',
        at,
        until,
        challenge: 'orders',
        paths: ['src/a.ts', 'src/b.ts'],
        changes: 1,
        inserted: 1_200,
        deleted: 3,
      }),
    ).toBe('Edited src/a.ts, src/b.ts | 1 change, 1,200 characters in, 3 out · Orders API');
    expect(say({ kind: 'away', at, until })).toBe('The page was not in front | For 5 minutes');
    expect(say({ kind: 'gap', at, side: 'ours' })).toBe(
      'No connection, because of us | To the end',
    );
    expect(
      say({ kind: 'paste', at, challenge: 'orders', path: 'a.ts', length: 1, fromHere: true }),
    ).toBe('Pasted 1 character into a.ts | Copied on our page · Orders API');
  });

  it('tells who acted, and keeps the name of an action that it has no words for', () => {
    const log = { kind: 'log', at, by: 'staff', times: 3, detail: {} } as const;
    expect(say({ ...log, action: 'review.saved' })).toBe(
      'A draft of a review was saved | by the organiser, 3 times',
    );
    expect(say({ ...log, action: 'comet.seen', times: 1 })).toBe('comet.seen | by the organiser');
  });
});
