import type { Stage } from '@assay/contracts/http';
import { eq } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { stageAt } from './stages.ts';

/** Where the candidate of an attempt stands; `undefined` for an attempt that nobody was invited to. */
export async function findStage(
  db: Database,
  attemptId: string,
  now: Date,
): Promise<Stage | undefined> {
  const [row] = await db
    .select({ stage: stageAt(now) })
    .from(attemptTable)
    .innerJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .where(eq(attemptTable.id, attemptId));
  return row?.stage;
}
