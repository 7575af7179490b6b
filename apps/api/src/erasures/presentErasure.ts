import type { ErasureRequest, ErasureRow } from '@assay/contracts/http';
import type { ErasureRecord, listErasures } from '@assay/db';

/** A request that is not carried out yet. */
export function presentErasureRequest({
  requestedAt,
  dueAt,
  doneBy,
}: ErasureRecord): { erasure: ErasureRequest } | undefined {
  if (requestedAt === null || doneBy !== null) return undefined;
  return { erasure: { requestedAt: requestedAt.toISOString(), dueAt: dueAt.toISOString() } };
}

type Found = Awaited<ReturnType<typeof listErasures>>['rows'][number];

export function presentErasureRow({ erasure, attempt, candidate, assessment }: Found): ErasureRow {
  return {
    attemptId: attempt.id,
    candidateName: candidate.name,
    assessmentTitle: assessment.title,
    attemptState: attempt.state,
    ...(erasure.requestedAt && { requestedAt: erasure.requestedAt.toISOString() }),
    dueAt: erasure.dueAt.toISOString(),
    ...(attempt.erasedAt && { erasedAt: attempt.erasedAt.toISOString() }),
    ...(erasure.doneBy !== null && {
      erasedBy: erasure.doneBy === 'system' ? ('system' as const) : ('staff' as const),
    }),
  };
}
