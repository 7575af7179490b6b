import { fQuantile } from './quantiles.ts';
import type { Interval } from './wilsonInterval.ts';

/** Scores that one work was given, and how many works were given the same ones. */
export type ScorePattern = { scores: readonly number[]; works: number };

export type Agreement = { value: number; interval?: Interval };

/**
 * ICC(1): how much of what differs between scores is between works and not between the reviewers of one work. 1 when
 * reviewers always agree, about 0 when it is no matter which work they have before them; each work has reviewers of
 * its own, two or more, and not always as many. `undefined` where all scores of all works are the same.
 *
 * Source: one-way random effects, single rating, in P. E. Shrout and J. L. Fleiss, "Intraclass correlations: uses in
 * assessing rater reliability", Psychological Bulletin 86 (1979), 420-428, with their interval; for works with different
 * numbers of ratings the mean number k0 of E. A. Haggard, "Intraclass correlation and the analysis of variance" (1958).
 */
export function intraclassCorrelation(patterns: readonly ScorePattern[]): Agreement | undefined {
  const sum = (of: (pattern: ScorePattern) => number) =>
    patterns.reduce((all, pattern) => all + pattern.works * of(pattern), 0);
  const works = sum(() => 1);
  const ratings = sum(({ scores }) => scores.length);
  if (works < 2 || ratings <= works) return undefined;
  const grandMean = sum(({ scores }) => total(scores)) / ratings;
  const between =
    sum(({ scores }) => scores.length * (mean(scores) - grandMean) ** 2) / (works - 1);
  const within =
    sum(({ scores }) => total(scores.map((score) => (score - mean(scores)) ** 2))) /
    (ratings - works);
  if (between === 0 && within === 0) return undefined;
  const usual = (ratings - sum(({ scores }) => scores.length ** 2) / ratings) / (works - 1);
  const correlation = (f: number) => (f - 1) / (f + usual - 1);
  if (within === 0) return { value: 1 };
  const f = between / within;
  return {
    value: correlation(f),
    interval: {
      low: correlation(f / fQuantile(0.975, works - 1, ratings - works)),
      high: correlation(f * fQuantile(0.975, ratings - works, works - 1)),
    },
  };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const mean = (values: readonly number[]) => total(values) / values.length;
