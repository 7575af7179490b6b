import { describe, expect, it } from '@jest/globals';
import { formatCost } from './formatCost.ts';

describe('the cost of a test', () => {
  it('names CPU, the time that passed on the virtual clock, and queries', () => {
    expect(formatCost({ cpuMs: 3.4, virtualMs: 30_000, queries: 12 })).toEqual([
      '3 ms CPU',
      '30 s on the clock',
      '12 queries',
    ]);
  });

  it('leaves out what did not happen', () => {
    expect(formatCost({ cpuMs: 0.2, virtualMs: 0, queries: 0 })).toEqual(['<1 ms CPU']);
  });

  it('counts one query as one', () => {
    expect(formatCost({ queries: 1 })).toEqual(['1 query']);
  });

  it('keeps long times short to read', () => {
    expect(formatCost({ virtualMs: 90_000 })).toEqual(['1.5 min on the clock']);
    expect(formatCost({ virtualMs: 7_200_000 })).toEqual(['2 h on the clock']);
  });
});
