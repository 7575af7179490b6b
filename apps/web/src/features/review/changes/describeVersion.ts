import type { ReviewSubmission } from '@assay/contracts/http';
import { formatTimeWithSeconds } from '#app/formatTime.ts';

/** A run or a submission in a list of them: which, when, and how many of its tests held. */
export function describeVersion({
  suite,
  createdAt,
  verdict,
}: Pick<ReviewSubmission, 'suite' | 'createdAt' | 'verdict'>): string {
  const held = verdict?.tests.filter(({ status }) => status === 'passed').length ?? 0;
  const holds = verdict && verdict.tests.length > 0 ? `, ${held} of ${verdict.tests.length}` : '';
  const time = formatTimeWithSeconds(createdAt);
  return `the ${suite === 'public' ? 'run' : 'submission'} at ${time}${holds}`;
}
