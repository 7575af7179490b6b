import { describe, expect, it } from '@jest/globals';
import type { CandidateSubmission, CandidateVerdict } from '@assay/contracts/http';
import { summarise } from './summarise.ts';

const submission: CandidateSubmission = {
  id: 'a3b1f6a2-5d1e-4a43-8f0e-0d4f3f3b9c11',
  attemptId: '6f0d3a52-0c3e-4b7c-9a58-0d6b7a4c2f11',
  challenge: 'orders-api',
  suite: 'public',
  sentBy: 'candidate',
  state: 'judged',
  createdAt: '2026-11-22T10:00:00.000Z',
};

const failed: CandidateVerdict = {
  status: 'failed',
  summary: '1 of 2 behaviours hold.',
  hallmark: 'abcdef012345',
  passed: 1,
  total: 2,
  diagnostics: [],
  tests: [
    { suite: 'public', name: 'orders > lists them', status: 'passed' },
    {
      suite: 'public',
      name: 'orders > duplicate request returns the first answer',
      status: 'failed',
    },
  ],
};

describe('the first sentences of a result', () => {
  it('name the first test to look at', () => {
    expect(summarise({ ...submission, verdict: failed }, [])).toBe(
      '1 of 2 behaviours hold. First to look at: duplicate request returns the first answer.',
    );
  });

  it('do not name a hidden test', () => {
    const hidden: CandidateVerdict = {
      ...failed,
      tests: [{ suite: 'hidden', number: 1, status: 'failed' }],
    };
    expect(summarise({ ...submission, suite: 'hidden', verdict: hidden }, [])).toBe(
      '1 of 2 behaviours hold.',
    );
  });

  it('count what is known while it is being judged', () => {
    const running = { ...submission, state: 'running' as const };
    expect(summarise(running, failed.tests)).toBe('Judging. 1 of 2 hold so far.');
    expect(summarise(running, [])).toBe('Starting your code.');
    expect(summarise({ ...running, state: 'queued' }, [])).toBe('Waiting for a judge.');
    expect(summarise({ ...running, state: 'queued', ahead: 3 }, [])).toBe(
      'Waiting for a judge. 3 runs are before yours.',
    );
    const queued = { ...running, state: 'queued' as const, ahead: 12 };
    expect(summarise({ ...queued, waitSeconds: 33 }, [])).toBe(
      'Waiting for a judge. 12 runs are before yours: about 35 s.',
    );
    expect(summarise({ ...queued, waitSeconds: 150 }, [])).toMatch(/about 3 min\.$/);
    expect(summarise({ ...queued, ahead: 0, waitSeconds: 2 }, [])).toBe(
      'Waiting for a judge. Yours is next: about 5 s.',
    );
    expect(summarise({ ...running, state: 'cancelled' }, failed.tests)).toMatch(/^You cancelled/);
  });
});
