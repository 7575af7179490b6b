import type { MeasuredCriterion, MeasuredReviewer } from '@assay/contracts/http';
import {
  countScores,
  type CriterionScores,
  measureDeviations,
  type ReviewerDeviation,
} from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { intraclassCorrelation } from '#statistics/intraclassCorrelation.ts';
import { meanInterval } from '#statistics/meanInterval.ts';
import { minimum } from '#statistics/minimum.ts';
import { type CriterionTitles, loadCriterionTitles } from './criterionTitles.ts';
import { shareFigure } from './figures.ts';

export const getReviewFiguresRoute = routes.fairness.getReviewFigures
  .use(asStaff)
  .handler(async ({ context: { services } }) => {
    const rows = await countScores(services.db);
    const criteria = Map.groupBy(rows, ({ source, subject, criterion }) =>
      [source, subject, criterion].join(' '),
    );
    const titles = await loadCriterionTitles(services, rows);
    return {
      criteria: [...criteria.values()]
        .flatMap((patterns) => presentCriterion(patterns, titles))
        .sort((a, b) => told(a) - told(b)),
      reviewers: (await measureDeviations(services.db)).map(presentReviewer),
    };
  });

/** Of what too little is known comes last. */
const told = ({ agreement }: MeasuredCriterion): number => agreement.estimate?.value ?? 2;

function presentCriterion(
  patterns: CriterionScores[],
  titles: CriterionTitles,
): MeasuredCriterion[] {
  const [first] = patterns;
  if (first === undefined) return [];
  const { source, subject, criterion } = first;
  const count = (of: (spread: number) => boolean) =>
    patterns.reduce((sum, { scores, works }) => {
      const spread = (scores.at(-1) ?? 0) - (scores[0] ?? 0);
      return of(spread) ? sum + works : sum;
    }, 0);
  const n = count(() => true);
  const needed = minimum.relation;
  const agreement = n < needed ? undefined : intraclassCorrelation(patterns);
  return [
    {
      source,
      subject,
      criterion,
      ...titles(first),
      agreement: {
        n,
        needed,
        ...(agreement && { estimate: { value: agreement.value, ...agreement.interval } }),
      },
      same: shareFigure(
        count((spread) => spread === 0),
        n,
      ),
      near: shareFigure(
        count((spread) => spread <= 1),
        n,
      ),
    },
  ];
}

function presentReviewer({
  reviewerId,
  name,
  of,
  works: n,
  mean,
  deviation,
}: ReviewerDeviation): MeasuredReviewer {
  const needed = minimum.share;
  const estimate = { value: mean, ...meanInterval(mean, deviation ?? 0, n) };
  return { reviewerId, name, of, difference: { n, needed, ...(n >= needed && { estimate }) } };
}
