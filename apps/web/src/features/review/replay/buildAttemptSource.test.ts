import { expect, it } from '@jest/globals';
import type { CodeChange } from '@assay/workspace/replay';
import { buildAttemptSource } from './buildAttemptSource.ts';

const startMs = Date.UTC(2026, 4, 4, 10);
const at = (minute: number) => new Date(startMs + minute * 60_000).toISOString();
const change = (minute: number, author = 'candidate'): CodeChange => ({
  atMs: startMs + minute * 60_000,
  author,
  path: 'src/index.ts',
  cursor: undefined,
  longest: 500,
  lines: 20,
});
const submission = {
  challenge: 'sample',
  suite: 'public',
  sentBy: 'candidate',
  state: 'queued',
  files: {},
} as const;

it('puts runs, reported pastes, long pauses and absences of an attempt on one timeline', () => {
  const source = buildAttemptSource({
    attempt: { candidateName: 'Noor', startedAt: at(0), finishedAt: at(60) },
    challenge: { submissions: [{ ...submission, id: 'one', createdAt: at(12) }] },
    history: {
      pastes: [{ at: at(2), path: 'src/index.ts', length: 500, fromHere: false }],
      away: [{ from: at(4), until: at(9) }, { from: at(58) }],
    },
    code: [],
    changes: [change(-1, 'server'), change(1), change(2), change(10), change(11)],
  });
  expect(source.marks.map(({ kind, atMs, title }) => [kind, source.describe(atMs), title])).toEqual(
    [
      ['paste', '2:00', '500 characters pasted into src/index.ts, from elsewhere'],
      ['pause', '2:00', '8 min without a change'],
      ['run', '12:00', 'Run: being judged'],
    ],
  );
  expect(source.bands.map(({ fromMs, untilMs }) => [fromMs, untilMs].map(source.describe))).toEqual(
    [
      ['4:00', '9:00'],
      ['58:00', '1:00:00'],
    ],
  );
});
