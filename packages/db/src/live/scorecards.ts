import type { LiveScore, ScorecardDraft, ScoredCriterion } from '@assay/contracts/http';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { scorecardScoreTable, scorecardTable } from './scorecardTable.ts';

export type ScorecardRecord = typeof scorecardTable.$inferSelect & { scores: LiveScore[] };

/** Whose card it is, and of what. */
export type CardPlace =
  | { sessionId: string; participantId: string }
  | { candidateId: string; kit: string; authorId: string };

/** All of a session, of a candidate's kits, or of those of several candidates, drafts too, oldest first. */
export async function listScorecards(
  db: Database,
  of: { sessionId: string } | { candidateId: string } | { candidateIds: string[] },
): Promise<ScorecardRecord[]> {
  const where =
    'sessionId' in of
      ? eq(scorecardTable.sessionId, of.sessionId)
      : inArray(
          scorecardTable.candidateId,
          'candidateIds' in of ? of.candidateIds : [of.candidateId],
        );
  const cards = await db
    .select()
    .from(scorecardTable)
    .where(where)
    .orderBy(asc(scorecardTable.createdAt), asc(scorecardTable.id));
  const rows = await db
    .select({ score: scorecardScoreTable })
    .from(scorecardScoreTable)
    .innerJoin(scorecardTable, eq(scorecardTable.id, scorecardScoreTable.scorecardId))
    .where(where)
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
  place: CardPlace,
  at: Date,
): Promise<{ id: string; submittedAt: Date | null }> {
  const insert = tx.insert(scorecardTable).values({ ...place, createdAt: at, updatedAt: at });
  // An update that changes nothing, for its lock and its returned row.
  const locked =
    'sessionId' in place
      ? insert.onConflictDoUpdate({
          target: [scorecardTable.sessionId, scorecardTable.participantId],
          set: { participantId: place.participantId },
        })
      : insert.onConflictDoUpdate({
          target: [scorecardTable.candidateId, scorecardTable.kit, scorecardTable.authorId],
          set: { authorId: place.authorId },
        });
  const [card] = await locked.returning({
    id: scorecardTable.id,
    submittedAt: scorecardTable.submittedAt,
  });
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
