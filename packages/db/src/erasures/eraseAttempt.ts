import { count, eq, inArray } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Actor } from '#audit/recordAudit.ts';
import { candidateConnectionTable } from '#clock/serviceTable.ts';
import { timeCreditTable } from '#clock/timeCreditTable.ts';
import type { Database } from '#connection/database.ts';
import { documentTable } from '#documents/documentTable.ts';
import { feedbackTable } from '#feedback/feedbackTable.ts';
import { candidateSessionTable, invitationTable } from '#invitations/invitationTable.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';
import { mailTable } from '#mail/mailTable.ts';
import { messageTable } from '#messages/messageTable.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { attemptEventTable } from '#record/attemptEventTable.ts';
import { reviewCommentTable } from '#reviews/commentTable.ts';
import { decisionTable, overrideTable } from '#reviews/decisionTable.ts';
import { reviewScoreTable, reviewTable } from '#reviews/reviewTable.ts';
import { rejudgementTable } from '#submissions/rejudgementTable.ts';
import { submissionTable, verdictTable } from '#submissions/submissionTable.ts';
import { comparedWorkTable } from '#similarity/comparedWorkTable.ts';
import { deliveryTable } from '#webhooks/deliveryTable.ts';
import { erasureTable } from './erasureTable.ts';
import { scrubVerdict } from './scrubVerdict.ts';

export type ErasedWork = { submissionIds: string[]; rejudgeIds: string[] };

/**
 * Tables of which nothing stays. Logs and snapshots go with their documents, comments with the feedback that they
 * belong to, what works are compared by with the pairs that were found, and live sessions in which the work was
 * continued with all that was written there.
 */
const emptied = [
  documentTable,
  liveSessionTable,
  comparedWorkTable,
  attemptEventTable,
  candidateConnectionTable,
  messageTable,
  mailTable,
  feedbackTable,
  deliveryTable,
];

/** What stands in the place of a name. */
export const erasedName = 'Erased candidate';

/**
 * Removes the person and the work from an attempt, and closes its link. What statistics need stays, as numbers of
 * nobody: states and times, which tests held, scores. Answers the ids of what was judged, whose jobs may still
 * lie in a queue. The caller holds the attempt's lock and knows that nothing of it is still to be judged.
 */
export async function eraseAttempt(
  tx: Database,
  attemptId: string,
  { at, by }: { at: Date; by: Exclude<Actor, `candidate:${string}`> },
): Promise<ErasedWork> {
  await forgetPerson(tx, attemptId);
  await closeLink(tx, attemptId, at);
  for (const table of emptied) await tx.delete(table).where(eq(table.attemptId, attemptId));
  await tx
    .update(timeCreditTable)
    .set({ reason: null })
    .where(eq(timeCreditTable.attemptId, attemptId));
  for (const table of [overrideTable, decisionTable])
    await tx.update(table).set({ reason: '' }).where(eq(table.attemptId, attemptId));
  const work = await emptySubmissions(tx, attemptId);
  // Words about single lines of code mean nothing to any count.
  await tx
    .delete(reviewCommentTable)
    .where(inArray(reviewCommentTable.submissionId, work.submissionIds));
  await tx
    .update(reviewScoreTable)
    .set({ note: '' })
    .where(
      inArray(
        reviewScoreTable.reviewId,
        tx
          .select({ id: reviewTable.id })
          .from(reviewTable)
          .where(eq(reviewTable.attemptId, attemptId)),
      ),
    );
  await tx
    .update(attemptTable)
    // The share of time may say something of somebody's health.
    .set({ erasedAt: at, timePercent: 100 })
    .where(eq(attemptTable.id, attemptId));
  await tx
    .insert(erasureTable)
    .values({ attemptId, dueAt: at, doneBy: by })
    .onConflictDoUpdate({ target: erasureTable.attemptId, set: { doneBy: by } });
  return work;
}

/** Gives the attempt to nobody. The person's row goes with the last attempt that is theirs. */
async function forgetPerson(tx: Database, attemptId: string): Promise<void> {
  const [attempt] = await tx
    .select({ candidateId: attemptTable.candidateId, createdAt: attemptTable.createdAt })
    .from(attemptTable)
    .where(eq(attemptTable.id, attemptId));
  if (attempt === undefined) return;
  const nobody = crypto.randomUUID();
  await tx.insert(candidateTable).values({
    id: nobody,
    name: erasedName,
    // Addresses are unique; `.invalid` is nobody's by RFC 2606.
    email: `${nobody}@erased.invalid`,
    createdAt: attempt.createdAt,
  });
  await tx.update(attemptTable).set({ candidateId: nobody }).where(eq(attemptTable.id, attemptId));
  const [others] = await tx
    .select({ attempts: count() })
    .from(attemptTable)
    .where(eq(attemptTable.candidateId, attempt.candidateId));
  if (others?.attempts === 0)
    await tx.delete(candidateTable).where(eq(candidateTable.id, attempt.candidateId));
}

/** The hash of the link's token stays, so that whoever opens it is told what happened. */
async function closeLink(tx: Database, attemptId: string, at: Date): Promise<void> {
  const [invitation] = await tx
    .update(invitationTable)
    .set({ revokedAt: at, externalId: null })
    .where(eq(invitationTable.attemptId, attemptId))
    .returning({ id: invitationTable.id });
  if (invitation === undefined) return;
  await tx
    .delete(candidateSessionTable)
    .where(eq(candidateSessionTable.invitationId, invitation.id));
}

async function emptySubmissions(tx: Database, attemptId: string): Promise<ErasedWork> {
  const submissions = await tx
    .update(submissionTable)
    .set({ files: {} })
    .where(eq(submissionTable.attemptId, attemptId))
    .returning({ id: submissionTable.id });
  const ids = submissions.map(({ id }) => id);
  const rejudgements = await tx
    .delete(rejudgementTable)
    .where(inArray(rejudgementTable.submissionId, ids))
    .returning({ id: rejudgementTable.id });
  const verdicts = await tx
    .select({ submissionId: verdictTable.submissionId, verdict: verdictTable.verdict })
    .from(verdictTable)
    .where(inArray(verdictTable.submissionId, ids));
  for (const { submissionId, verdict } of verdicts) {
    await tx
      .update(verdictTable)
      .set({ verdict: scrubVerdict(verdict) })
      .where(eq(verdictTable.submissionId, submissionId));
  }
  return { submissionIds: ids, rejudgeIds: rejudgements.map(({ id }) => id) };
}
