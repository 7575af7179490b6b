import { describe, expect, it } from '@jest/globals';
import type { AttemptEventRecord } from '@assay/db';
import type { LogEntry, LogStep } from '@assay/workspace';
import { countMinutes, listInsertions } from './buildRhythm.ts';

const start = new Date('2026-03-01T09:00:00.000Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const path = 'src/index.ts';
const asItWas = (at: Date) => at;

function step(seconds: number, text: string, author = 'candidate'): LogStep<LogEntry> {
  const update = { seq: seconds, at: after(seconds), author, bytes: new Uint8Array() };
  return { update, changes: [{ path, inserted: [text], deleted: 2 }] };
}

function paste(seconds: number, length: number, fromHere: boolean): AttemptEventRecord {
  const event = { attemptId: 'a', id: `${seconds}`, kind: 'pasted', challenge: 'orders' } as const;
  return { ...event, at: after(seconds), path, length, fromHere, steps: null };
}

const long = (letter: string) => letter.repeat(150);

describe('the rhythm of work', () => {
  it('counts what was typed apart from what came in large pieces, by the minute, without the starter', () => {
    const steps = [
      step(0, long('s'), 'server'),
      step(10, 'a'),
      step(59, 'bc'),
      step(130, long('p')),
    ];
    expect(countMinutes(steps, start, asItWas)).toEqual([
      { minute: 0, typed: 3, inserted: 0, deleted: 4 },
      { minute: 2, typed: 0, inserted: 150, deleted: 2 },
    ]);
    // With half as much time again, an hour and a half looks like the hour that it was worth.
    const drawn = (at: Date) => new Date(start.getTime() + (at.getTime() - start.getTime()) / 1.5);
    expect(countMinutes([step(90, 'a')], start, drawn)[0]?.minute).toBe(1);
  });

  it('says of each large piece where it came from, once, with what it was', () => {
    const steps = [
      step(10, long('e')),
      step(20, long('h')),
      step(30, `${long('t')} typed around it`),
      step(300, `${long('u')} more`),
      step(310, 'short'),
    ];
    const events = [
      paste(11, 150, false),
      paste(20, 150, true),
      paste(31, 150, false),
      paste(310, 5, false),
    ];
    const told = listInsertions(steps, events, 'orders', asItWas);
    expect(told.map(({ origin, text }) => [origin, text?.[0]])).toEqual([
      ['elsewhere', 'e'],
      ['here', 'h'],
      ['elsewhere', undefined],
      ['unreported', 'u'],
    ]);
  });
});
