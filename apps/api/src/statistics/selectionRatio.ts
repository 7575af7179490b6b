import { z95 } from './normalQuantile.ts';
import type { Interval } from './wilsonInterval.ts';

/** How many of a group were considered, and how many of them selected. */
export type Selection = { selected: number; n: number };

/** Below it a ratio of selection rates is looked at: "less than four-fifths (or eighty percent)", 29 CFR 1607.4 D. */
export const fourFifths = 0.8;

const rate = ({ selected, n }: Selection) => selected / n;

/**
 * The selection rate of a group by that of another, with an interval of 95 % confidence where both selected anybody.
 *
 * Source of the interval: D. Katz et al., "Obtaining confidence intervals for the risk ratio in cohort studies",
 * Biometrics 34 (1978), 469-474.
 */
export function selectionRatio(
  group: Selection,
  highest: Selection,
): { value: number; interval?: Interval } {
  const value = rate(group) / rate(highest);
  if (group.selected === 0 || highest.selected === 0) return { value };
  const error = Math.sqrt(1 / group.selected - 1 / group.n + 1 / highest.selected - 1 / highest.n);
  return {
    value,
    interval: {
      low: value * Math.exp(-z95 * error),
      high: value * Math.exp(z95 * error),
    },
  };
}

/**
 * The ratio, had one more of the group been selected and one fewer of the other: where this crosses four fifths, one
 * decision makes the difference. After question 21 of the "Questions and Answers" on the Uniform Guidelines on Employee
 * Selection Procedures, Federal Register 44 (1979), 11996.
 */
export function shiftedRatio(group: Selection, highest: Selection): number {
  const more = { n: group.n, selected: Math.min(group.n, group.selected + 1) };
  const fewer = { n: highest.n, selected: Math.max(1, highest.selected - 1) };
  return rate(more) / rate(fewer);
}

/** Whether the groups are so small that one expects fewer than five in some cell; W. G. Cochran, Biometrics 10 (1954). */
export function isSmallSample(group: Selection, other: Selection): boolean {
  const all = group.n + other.n;
  const selected = group.selected + other.selected;
  const least = (Math.min(group.n, other.n) * Math.min(selected, all - selected)) / all;
  return least < 5;
}
