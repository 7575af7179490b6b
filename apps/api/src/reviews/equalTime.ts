import type { AttemptRecord } from '@assay/db';

/**
 * Moments of a finished attempt as those who grade see them: as if everybody had the same time. Those of somebody
 * with more are drawn together towards the end, which stays; so an hour and a half of an hour's work for somebody
 * with 150 % looks like the hour that it was worth. What runs still is left as it is.
 */
export function equalTime({
  finishedAt,
  timePercent,
}: Pick<AttemptRecord, 'finishedAt' | 'timePercent'>): (moment: Date) => Date {
  if (finishedAt === null || timePercent === 100) return (moment) => moment;
  const end = finishedAt.getTime();
  return (moment) =>
    moment > finishedAt
      ? moment
      : new Date(end - Math.round(((end - moment.getTime()) * 100) / timePercent));
}
