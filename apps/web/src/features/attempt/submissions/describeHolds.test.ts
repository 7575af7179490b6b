import { describe, expect, it } from '@jest/globals';
import type { CandidateVerdict } from '@assay/contracts/http';
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
      summary: 'The code does not compile. src/index.ts:3:1',
      passed: 0,
      total: 0,
    });
    expect(describeHolds(broken)).toBe('The code does not compile. src/index.ts:3:1');
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
