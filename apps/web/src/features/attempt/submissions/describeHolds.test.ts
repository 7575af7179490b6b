import { describe, expect, it } from '@jest/globals';
import type { CandidateVerdict } from '@assay/contracts/http';
import { describeHidden } from './describeHidden.ts';
import { describeHolds, shortenHolds } from './describeHolds.ts';

const verdict = (part: Partial<CandidateVerdict>): CandidateVerdict => ({
  status: 'failed',
  summary: '11 of 14 behaviours hold.',
  hallmark: 'abcdef012345',
  passed: 11,
  total: 14,
  tests: [],
  diagnostics: [],
  ...part,
});

describe('what is said of a last submission', () => {
  it('counts what holds', () => {
    expect(describeHolds(verdict({}))).toBe('11 of 14 hidden tests hold.');
    expect(shortenHolds(verdict({}))).toBe('11 of 14');
  });

  it('says that the code does not compile, and counts no tests where none ran', () => {
    const broken = verdict({
      status: 'compile_error',
      summary: 'The code does not compile. First to look at: src/index.ts:3:1.',
      passed: 0,
      total: 0,
    });
    expect(describeHolds(broken)).toBe(
      'The code does not compile. First to look at: src/index.ts:3:1.',
    );
    expect(shortenHolds(broken)).toBe('Does not compile');
  });

  it('says beside the count what stopped it', () => {
    const stopped = verdict({
      status: 'memory_limit',
      summary: 'The code used more than 128 MB of memory in hidden test 12.',
    });
    expect(describeHolds(stopped)).toBe(
      '11 of the 14 hidden tests that ran hold. The code used more than 128 MB of memory in hidden test 12.',
    );
  });
});

it.each([
  [20, 20, 0, 'All 20 hidden tests that ran hold.'],
  [19, 0, 19, 'None of the 19 hidden tests that ran holds.'],
  [20, 1, 19, 'Of the 20 hidden tests that ran, 1 holds and 19 do not.'],
  [3, 2, 1, 'Of the 3 hidden tests that ran, 2 hold and 1 does not.'],
  [1, 0, 1, 'The one hidden test that ran does not hold.'],
])('says of %d hidden tests, %d that hold and %d that do not: %s', (ran, passed, failing, said) => {
  expect(describeHidden(ran, passed, failing)).toBe(said);
});
