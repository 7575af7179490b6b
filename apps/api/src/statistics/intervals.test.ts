import { describe, expect, it } from '@jest/globals';
import { correlationInterval } from './correlationInterval.ts';
import { wilsonInterval } from './wilsonInterval.ts';

describe('the interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is the one that Newcombe prints', (count, n, low, high) => {
    const interval = wilsonInterval(count, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('is the mirror image for those who fail', () => {
    const [passing, failing] = [wilsonInterval(81, 263), wilsonInterval(263 - 81, 263)];
    expect(passing.low).toBeCloseTo(1 - failing.high, 12);
    expect(wilsonInterval(20, 20).high).toBe(1);
  });
});

describe('the interval of a correlation', () => {
  it('of -0.654 in 34 pairs is the one that Lane prints', () => {
    // D. M. Lane, "Confidence interval on Pearson's r", HyperStat: -0.654 of 34 pairs, from -0.81 to -0.41.
    const { low = 0, high = 0 } = correlationInterval(-0.654, 34) ?? {};
    expect(low).toBeCloseTo(-0.81, 2);
    expect(high).toBeCloseTo(-0.41, 2);
  });

  it('is none where nothing could differ', () => {
    expect(correlationInterval(1, 30)).toBeUndefined();
    expect(correlationInterval(0.5, 3)).toBeUndefined();
  });
});
