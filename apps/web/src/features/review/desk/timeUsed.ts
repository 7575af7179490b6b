import type { ReviewedAttempt } from '@assay/contracts/http';

/** How much of the time was used, in words; nothing before the end. */
export function timeUsed({
  startedAt,
  finishedAt,
  minutes,
}: Pick<ReviewedAttempt, 'startedAt' | 'finishedAt' | 'minutes'>): string | undefined {
  if (startedAt === undefined || finishedAt === undefined) return undefined;
  const used = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000);
  return `${Math.min(used, minutes)} of ${minutes} min used`;
}
