import { describe, expect, it } from '@jest/globals';
import { LiveReplay } from '@assay/contracts/http';
import type { CodeChange } from '@assay/workspace/replay';
import { buildSource } from './buildSource.ts';
import { cutSource } from './cutSource.ts';
import { readReplayAddress, replayAddress } from './replayAddress.ts';

const startMs = Date.UTC(2026, 4, 4, 10);
const at = (minute: number) => new Date(startMs + minute * 60_000).toISOString();
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const [sam, noor] = [id(1), id(2)];

const replay = LiveReplay.parse({
  sessionId: id(0),
  title: 'Together',
  state: 'ended',
  leads: true,
  startedAt: at(0),
  endedAt: at(60),
  until: at(60),
  people: [
    { participantId: sam, role: 'interviewer', name: 'Sam', colour: '#1971c2' },
    { participantId: noor, role: 'candidate', name: 'Noor', colour: '#e8590c' },
  ],
  visits: [
    { participantId: sam, from: at(-30), until: at(60) },
    { participantId: noor, from: at(1), until: at(40) },
    { participantId: noor, from: at(45), until: at(60) },
  ],
  focus: [{ from: at(20), until: at(30) }],
  events: [
    { at: at(-5), kind: 'admitted', participantId: noor },
    { at: at(50), kind: 'locked', paths: ['src/a.ts'] },
  ],
  messages: [{ id: id(3), at: at(10), participantId: noor, text: 'Hello' }],
  runs: [
    {
      id: id(4),
      seq: 1,
      audience: 'everybody',
      state: 'done',
      by: noor,
      askedAt: at(12),
      endedAt: at(13),
      codeSeq: 4,
      kind: 'tests',
      suite: 'public',
      passed: 2,
      total: 3,
    },
  ],
  notes: [
    { kind: 'note', id: 'n', at: startMs + 70 * 60_000, text: 'Looked back.' },
    {
      kind: 'tag',
      id: 't',
      at: startMs + 5 * 60_000,
      criterion: 'plan/x',
      signal: 'weak',
      text: '',
    },
  ],
  plan: [{ kind: 'section', id: 's', at: startMs + 60_000, section: 'Build it' }],
});

const change = (minute: number, author: string, longest: number, lines: number): CodeChange => ({
  atMs: startMs + minute * 60_000,
  author,
  path: 'src/a.ts',
  cursor: undefined,
  longest,
  lines,
});

const source = buildSource({
  replay,
  code: [],
  board: [],
  changes: [
    change(2, noor, 3, 1),
    change(25, noor, 400, 12),
    change(26, 'server', 900, 30),
    change(27, sam, 150, 1),
  ],
  criteria: new Map([['plan/x', 'Scope']]),
});
const told = (marks: typeof source.marks) =>
  marks.map(({ kind, atMs, title }) => [kind, source.describe(atMs), title]);

describe('a session on one timeline', () => {
  it('has everything that happened in it, in its order, and notes also of before and after', () => {
    expect(source.span).toEqual({ fromMs: startMs, untilMs: startMs + 60 * 60_000 });
    expect(told(source.marks)).toEqual([
      ['event', '1:00', 'Noor came in'],
      ['note', '1:00', 'Plan: Build it'],
      ['note', '5:00', 'Weak: Scope'],
      ['chat', '10:00', 'Noor'],
      ['run', '13:00', 'Tests: 2 of 3 hold'],
      ['event', '20:00', 'Focus time, 10 min'],
      ['paste', '25:00', '12 lines at once in src/a.ts'],
      ['paste', '27:00', '150 characters at once in src/a.ts'],
      ['event', '40:00', 'Noor left'],
      ['event', '45:00', 'Noor came in'],
      ['event', '50:00', 'src/a.ts was locked'],
      ['note', 'after the end', 'My note'],
    ]);
    expect(source.visits.map(({ title, fromMs }) => [title, source.describe(fromMs)])).toEqual([
      ['Sam', '0:00'],
      ['Noor', '1:00'],
      ['Noor', '45:00'],
    ]);
  });

  it('can be cut to a focus time', () => {
    const [focus] = source.bands;
    const cut = cutSource(source, { fromMs: focus?.fromMs ?? 0, untilMs: focus?.untilMs ?? 0 });
    expect(told(cut.marks).map(([, when]) => when)).toEqual(['20:00', '25:00', '27:00']);
    expect(cut.visits.map(({ title }) => title)).toEqual(['Sam', 'Noor']);
    expect(cut.span).toEqual({ fromMs: startMs + 20 * 60_000, untilMs: startMs + 30 * 60_000 });
  });
});

describe('the address of a replay', () => {
  it('names moments by seconds since the start, and leaves out what is none', () => {
    const wanted = { at: startMs + 75_300, span: { fromMs: startMs, untilMs: startMs + 90_000 } };
    const address = replayAddress(id(0), startMs, wanted);
    expect(address).toBe(`/live/${id(0)}/replay?from=0&to=90&at=75.3`);
    const { search } = new URL(address, 'https://assay.test');
    expect(readReplayAddress(new URLSearchParams(search), startMs)).toEqual(wanted);
    const nonsense = new URLSearchParams('at=soon&from=9&to=3');
    expect(readReplayAddress(nonsense, startMs)).toEqual({ at: undefined });
  });
});
