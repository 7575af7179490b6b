import { describe, expect, it } from '@jest/globals';
import { incompleteBeta, logGamma } from './incompleteBeta.ts';
import { intraclassCorrelation } from './intraclassCorrelation.ts';
import { meanInterval } from './meanInterval.ts';
import { fQuantile, tQuantile } from './quantiles.ts';

describe('quantiles', () => {
  // Printed tables of the t and F distributions, for example NIST/SEMATECH e-Handbook, 1.3.6.7.
  it.each([
    [1, 12.706],
    [9, 2.262],
    [19, 2.093],
    [30, 2.042],
    [100, 1.984],
  ])('of t with %i degrees of freedom are those of the tables', (freedom, value) => {
    expect(tQuantile(0.975, freedom)).toBeCloseTo(value, 3);
  });

  it.each([
    [0.95, 5, 18, 2.773],
    [0.95, 10, 10, 2.978],
    [0.99, 4, 20, 4.431],
  ])('of F at %d with %i and %i degrees of freedom are those of the tables', (p, d1, d2, value) => {
    expect(fQuantile(p, d1, d2)).toBeCloseTo(value, 3);
  });

  it('rest on functions with known values', () => {
    expect(Math.exp(logGamma(6))).toBeCloseTo(120, 9);
    expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12);
    // I_x(1, b) = 1 - (1 - x)^b, and I_x(a, a) = 1/2 in the middle.
    expect(incompleteBeta(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 12);
    expect(incompleteBeta(0.5, 7.5, 7.5)).toBeCloseTo(0.5, 12);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('the intraclass correlation', () => {
  const one = (scores: number[]) => ({ scores, works: 1 });

  it('is that of the six targets and four judges of Shrout and Fleiss (1979), table 2', () => {
    const agreement = intraclassCorrelation(
      [
        [9, 2, 5, 8],
        [6, 1, 3, 2],
        [8, 4, 6, 8],
        [7, 1, 2, 6],
        [10, 5, 6, 9],
        [6, 2, 4, 7],
      ].map(one),
    );
    // They print ICC(1,1) = .17; R's psych prints its interval as -0.13 to 0.72 (version 1.x and later: ICC1).
    expect(agreement?.value).toBeCloseTo(0.166, 3);
    expect(agreement?.interval?.low).toBeCloseTo(-0.133, 3);
    expect(agreement?.interval?.high).toBeCloseTo(0.723, 3);
  });

  it('counts works with the same scores as often as they are there', () => {
    const patterns = [
      { scores: [3, 4], works: 3 },
      { scores: [1, 1], works: 2 },
      { scores: [5, 4, 5], works: 1 },
    ];
    const singly = patterns.flatMap(({ scores, works }) =>
      Array.from({ length: works }, () => one(scores)),
    );
    expect(intraclassCorrelation(patterns)?.value).toBeCloseTo(
      intraclassCorrelation(singly)?.value ?? Number.NaN,
      12,
    );
  });

  it('is 1 without an interval where reviewers always agree, and nothing where all scores are the same', () => {
    expect(
      intraclassCorrelation(
        [
          [1, 1],
          [4, 4],
          [5, 5, 5],
        ].map(one),
      ),
    ).toEqual({ value: 1 });
    expect(
      intraclassCorrelation(
        [
          [3, 3],
          [3, 3],
        ].map(one),
      ),
    ).toBeUndefined();
    expect(intraclassCorrelation([one([1, 5])])).toBeUndefined();
    expect(intraclassCorrelation([])).toBeUndefined();
  });
});

describe('the interval of a mean', () => {
  it('is the one of the filter weights of the NIST/SEMATECH e-Handbook', () => {
    // 1.3.5.2, ZARR13.DAT: 195 values, mean 9.261460, standard deviation 0.022789, from 9.258242 to 9.264679.
    const { low = 0, high = 0 } = meanInterval(9.261_46, 0.022_789, 195) ?? {};
    expect(low).toBeCloseTo(9.258_242, 5);
    expect(high).toBeCloseTo(9.264_679, 5);
  });

  it('is none of one value, and where all are the same', () => {
    expect(meanInterval(1, Number.NaN, 1)).toBeUndefined();
    expect(meanInterval(0, 0, 12)).toBeUndefined();
  });
});
