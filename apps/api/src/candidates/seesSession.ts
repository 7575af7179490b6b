import type { Member } from '@assay/contracts/http';
import { type Database, findLiveMember, type ScorecardRecord } from '@assay/db';
import { mayHost } from '#live/changeSession.ts';
import { maySeeGrades } from '#reviews/maySeeGrades.ts';

/** Whether somebody may see what a live session came to: by the same rule as its scorecards. */
export async function seesSession(
  db: Database,
  { sessionId, cards }: { sessionId: string; cards: readonly ScorecardRecord[] },
  viewer: Member,
): Promise<boolean> {
  const self = await findLiveMember(db, sessionId, viewer.id);
  const own = cards.find(({ participantId }) => participantId === self?.id);
  return (
    (await mayHost(db, sessionId, viewer)) &&
    maySeeGrades({
      grades: self?.role === 'interviewer' && self.removedAt === null,
      submitted: own !== undefined && own.submittedAt !== null,
    })
  );
}
