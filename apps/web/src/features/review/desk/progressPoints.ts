import type { ReviewSubmission } from '@assay/contracts/http';

/** One submission on the strip: when, from 0 to 1 of the attempt, and what share of its tests held, 0 to 1. */
export type ProgressPoint = { id: string; at: number; held: number; isRun: boolean };

/** The submissions of a challenge as points in time; what is not judged yet is left out. */
export function progressPoints(
  submissions: readonly ReviewSubmission[],
  startedAt: string,
  endedAt: string,
): ProgressPoint[] {
  const start = Date.parse(startedAt);
  const span = Math.max(1, Date.parse(endedAt) - start);
  return submissions.flatMap(({ id, createdAt, suite, verdict }) => {
    if (verdict === undefined) return [];
    const passed = verdict.tests.filter(({ status }) => status === 'passed').length;
    const at = (Date.parse(createdAt) - start) / span;
    return [
      {
        id,
        at: Math.min(1, Math.max(0, at)),
        held: verdict.tests.length === 0 ? 0 : passed / verdict.tests.length,
        isRun: suite === 'public',
      },
    ];
  });
}
