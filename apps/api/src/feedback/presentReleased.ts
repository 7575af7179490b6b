import type { ReleasedFeedback } from '@assay/contracts/http';
import type { findFeedback } from '@assay/db';

type Found = NonNullable<Awaited<ReturnType<typeof findFeedback>>>;

/** Feedback as staff see it. */
export function presentReleased({ releasedAt, message, comments }: Found): ReleasedFeedback {
  return { releasedAt: releasedAt.toISOString(), message, comments };
}
