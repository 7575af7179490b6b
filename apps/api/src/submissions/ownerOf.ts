import { type Database, findAttempt } from '@assay/db';
import type { JobOwner } from '@assay/queue';

/** Whose work the runs of an attempt are: candidates of one assessment share the judge with those of others. */
export const ownerOf = (attempt: { id: string; assessmentId: string }): JobOwner => ({
  group: attempt.assessmentId,
  person: attempt.id,
});

/** Likewise, where only the id of the attempt is known. Nothing when it is gone. */
export async function findOwner(db: Database, attemptId: string): Promise<JobOwner | undefined> {
  const found = await findAttempt(db, attemptId);
  return found && ownerOf(found.attempt);
}
