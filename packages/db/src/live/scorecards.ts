import type { LiveScore, ScorecardDraft, ScoredCriterion } from '@assay/contracts/http';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { scorecardScoreTable, scorecardTable } from './scorecardTable.ts';

export type ScorecardRecord = typeof scorecardTable.$inferSelect & { scores: LiveScore[] };

/** All of a session, drafts too, oldest first. */
export async function listScorecards(db: Database, sessionId: string): Promise<ScorecardRecord[]> {
  const cards = await db
    .select()
    .from(scorecardTable)
    .where(eq(scorecardTable.sessionId, sessionId))
    .orderBy(asc(scorecardTable.createdAt), asc(scorecardTable.id));
  const rows = await db
    .select({ score: scorecardScoreTable })
    .from(scorecardScoreTable)
    .innerJoin(scorecardTable, eq(scorecardTable.id, scorecardScoreTable.scorecardId))
    .where(eq(scorecardTable.sessionId, sessionId))
    .orderBy(asc(scorecardScoreTable.criterion));
  const scores = Map.groupBy(rows, ({ score }) => score.scorecardId);
  return cards.map((card) => ({
    ...card,
    scores: (scores.get(card.id) ?? []).map(
      ({ score: { criterion, level, unobserved, note } }) => ({
        criterion,
        level,
        unobserved,
        note,
      }),
    ),
  }));
}

/** Somebody's own scorecard, made when there is none, kept for this transaction alone. */
export async function lockScorecard(
  tx: Database,
  { sessionId, participantId }: { sessionId: string; participantId: string },
  at: Date,
): Promise<{ id: string; submittedAt: Date | null }> {
  const [card] = await tx
    .insert(scorecardTable)
    .values({ sessionId, participantId, createdAt: at, updatedAt: at })
    // An update that changes nothing, for its lock and its returned row.
    .onConflictDoUpdate({
      target: [scorecardTable.sessionId, scorecardTable.participantId],
      set: { participantId },
    })
    .returning({ id: scorecardTable.id, submittedAt: scorecardTable.submittedAt });
  if (card === undefined) throw new Error('An upsert returned no row.');
  return card;
}

/** Replaces what a scorecard says, and closes it when `submitted` is given. */
export async function keepScorecard(
  tx: Database,
  id: string,
  { scores, recommendation, summary }: ScorecardDraft,
  { at, submitted }: { at: Date; submitted?: { criteria: ScoredCriterion[] } },
): Promise<void> {
  await tx.delete(scorecardScoreTable).where(eq(scorecardScoreTable.scorecardId, id));
  if (scores.length > 0)
    await tx
      .insert(scorecardScoreTable)
      .values(scores.map((score) => ({ scorecardId: id, ...score })));
  await tx
    .update(scorecardTable)
    .set({
      recommendation,
      summary,
      updatedAt: at,
      ...(submitted && { submittedAt: at, criteria: submitted.criteria }),
    })
    .where(eq(scorecardTable.id, id));
}
