import { describe, expect, it } from '@jest/globals';
import { fisherExact } from './fisherExact.ts';
import { fourFifths, isSmallSample, selectionRatio, shiftedRatio } from './selectionRatio.ts';

describe('the ratio of selection rates', () => {
  it('is a half in the example of the Uniform Guidelines’ Questions and Answers, number 12', () => {
    // 80 applicants of one group with 48 hires, 40 of the other with 12: 60 %, 30 %, 30/60 or 50 %.
    const ratio = selectionRatio({ selected: 12, n: 40 }, { selected: 48, n: 80 });
    expect(ratio.value).toBeCloseTo(0.5, 12);
    expect(ratio.value).toBeLessThan(fourFifths);
  });

  it.each([
    [45, 0.75],
    [48, 0.8],
    [51, 0.85],
  ])('of %i %% to 60 %% is the one of number 11', (percent, ratio) => {
    const { value } = selectionRatio({ selected: percent, n: 100 }, { selected: 60, n: 100 });
    expect(value).toBeCloseTo(ratio, 12);
  });

  it('has the interval that Agresti prints for aspirin and heart attacks', () => {
    // A. Agresti, "An Introduction to Categorical Data Analysis": 189 of 11034 and 104 of 11037, 1.82, from 1.43 to 2.30; unrounded 2.306.
    const { value, interval } = selectionRatio(
      { selected: 189, n: 11_034 },
      { selected: 104, n: 11_037 },
    );
    expect(value).toBeCloseTo(1.82, 2);
    expect(interval?.low).toBeCloseTo(1.43, 2);
    expect(interval?.high).toBeCloseTo(2.31, 2);
  });

  it('has no interval where nobody was selected', () => {
    expect(selectionRatio({ selected: 0, n: 12 }, { selected: 6, n: 12 })).toEqual({ value: 0 });
  });

  it('tells when one decision makes the difference', () => {
    const [group, highest] = [
      { selected: 7, n: 12 },
      { selected: 10, n: 12 },
    ];
    expect(selectionRatio(group, highest).value).toBeCloseTo(0.7, 12);
    expect(shiftedRatio(group, highest)).toBeCloseTo(8 / 9, 12);
    expect(isSmallSample(group, highest)).toBe(true);
    expect(isSmallSample({ selected: 12, n: 40 }, { selected: 48, n: 80 })).toBe(false);
  });
});

describe('Fisher’s exact test', () => {
  it('is that of the lady tasting tea', () => {
    // R. A. Fisher, "The Design of Experiments" (1935): three of four cups each; two-sided 34/70.
    expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(34 / 70, 10);
  });

  it('is that of convictions of twins', () => {
    // Fisher's own example, as R's documentation of fisher.test has it: two-sided p = 0.0005367.
    expect(fisherExact(2, 17, 10, 13)).toBeCloseTo(0.000_536_7, 7);
  });

  it('is 1 where there is no difference', () => {
    expect(fisherExact(5, 10, 5, 10)).toBe(1);
  });
});
