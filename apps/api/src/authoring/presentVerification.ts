import type { Verification } from '@assay/contracts/http';
import type { VerificationRecord } from '@assay/db';

export function presentVerification(record: VerificationRecord): Verification {
  const { id, slug, hash, state, requestedAt, finishedAt, report } = record;
  return {
    id,
    slug,
    hash,
    state,
    requestedAt: requestedAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(report && { report }),
  };
}
