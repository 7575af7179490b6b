import { and, asc, eq, inArray, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { erasureTable } from '#erasures/erasureTable.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { candidateHoldTable } from './candidateHoldTable.ts';

/** What is to be erased, in the first night from `dueAt` on. */
export type Due =
  | { kind: 'attempt'; id: string; why: 'asked' | 'kept_long_enough'; dueAt: Date }
  | { kind: 'session'; id: string; why: 'kept_long_enough'; dueAt: Date };

/** When an attempt came to its end, or an invitation that nobody followed did. */
const endedAt = sql`coalesce(${attemptTable.finishedAt}, ${attemptTable.withdrawnAt}, ${attemptTable.deadline}, ${invitationTable.expiresAt}, ${attemptTable.createdAt})`;
const keptUntil =
  sql<Date>`${endedAt} + ${assessmentTable.retentionDays} * interval '1 day'`.mapWith(
    attemptTable.createdAt,
  );
/** A day before the promise, so that the night is in time. */
const askedUntil = sql<Date>`${erasureTable.dueAt} - interval '1 day'`.mapWith(erasureTable.dueAt);
const sessionEndedAt = sql`coalesce(${liveSessionTable.endedAt}, ${liveSessionTable.startedAt}, ${liveSessionTable.createdAt})`;

/**
 * All that has to be erased by then, but of candidates who are held back: attempts of which that was asked and is
 * due, or that were kept for as long as their assessment says, and live sessions that were kept for
 * `sessionDays`. The preview shows it and the night carries it out, so that they cannot part.
 */
export async function listDue(
  db: Database,
  { by, sessionDays }: { by: Date; sessionDays: number },
): Promise<Due[]> {
  const isFree = notExists(
    db
      .select({ one: sql`1` })
      .from(candidateHoldTable)
      .where(eq(candidateHoldTable.candidateId, attemptTable.candidateId)),
  );
  const asked = lte(askedUntil, by.toISOString());
  const kept = lte(keptUntil, by.toISOString());
  const attempts = await db
    .select({
      id: attemptTable.id,
      askedFor: sql<boolean>`coalesce(${asked}, false)`,
      dueAt: sql<Date>`least(${keptUntil}, ${askedUntil})`.mapWith(attemptTable.createdAt),
    })
    .from(attemptTable)
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .leftJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .leftJoin(
      erasureTable,
      and(eq(erasureTable.attemptId, attemptTable.id), isNull(erasureTable.doneBy)),
    )
    .where(and(isNull(attemptTable.erasedAt), or(asked, kept), isFree));
  const sessions = await db
    .select({
      id: liveSessionTable.id,
      dueAt: sql<Date>`${sessionEndedAt} + ${sessionDays} * interval '1 day'`.mapWith(
        liveSessionTable.createdAt,
      ),
    })
    .from(liveSessionTable)
    .leftJoin(attemptTable, eq(attemptTable.id, liveSessionTable.attemptId))
    .where(
      and(
        lte(sql`${sessionEndedAt} + ${sessionDays} * interval '1 day'`, by.toISOString()),
        isFree,
      ),
    );
  return [
    ...attempts.map(({ id, askedFor, dueAt }) => ({
      kind: 'attempt' as const,
      id,
      why: askedFor ? ('asked' as const) : ('kept_long_enough' as const),
      dueAt,
    })),
    ...sessions.map(({ id, dueAt }) => ({
      kind: 'session' as const,
      id,
      why: 'kept_long_enough' as const,
      dueAt,
    })),
  ].toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.id.localeCompare(b.id));
}

/** What due things are called: the candidate and the assessment of attempts, the titles of live sessions. */
export async function nameDue(db: Database, due: readonly Due[]) {
  const idsOf = (kind: Due['kind']) => due.filter((one) => one.kind === kind).map(({ id }) => id);
  const attempts = await db
    .select({
      id: attemptTable.id,
      candidateId: attemptTable.candidateId,
      candidateName: candidateTable.name,
      title: assessmentTable.title,
    })
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(inArray(attemptTable.id, idsOf('attempt')));
  const sessions = await db
    .select({ id: liveSessionTable.id, title: liveSessionTable.title })
    .from(liveSessionTable)
    .where(inArray(liveSessionTable.id, idsOf('session')))
    .orderBy(asc(liveSessionTable.id));
  return new Map<string, { title: string; candidateId?: string; candidateName?: string }>(
    [...attempts, ...sessions].map(({ id, ...names }) => [id, names]),
  );
}
