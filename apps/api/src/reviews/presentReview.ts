import type { Review } from '@assay/contracts/http';
import type { findReview } from '@assay/db';

type Found = NonNullable<Awaited<ReturnType<typeof findReview>>>;

/** Somebody's own review, as its author sees it. */
export function presentReview({ scores, submittedAt }: Found): Review {
  return {
    scores,
    state: submittedAt === null ? 'draft' : 'submitted',
    ...(submittedAt && { submittedAt: submittedAt.toISOString() }),
  };
}
