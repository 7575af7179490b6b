import type { Verdict } from '@assay/contracts/verdict';
import { and, asc, desc, eq, gte, inArray, isNull, lt, ne } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { hiddenOutcomes } from './hiddenOutcomes.ts';
import { submissionTable, verdictTable } from './submissionTable.ts';

export type SubmissionRecord = typeof submissionTable.$inferSelect;
export type JudgedSubmission = SubmissionRecord & { verdict: Verdict | null };

/**
 * Adds a submission; `undefined` when the candidate's last one of this challenge is not judged yet, or when there is
 * one with this key.
 */
export async function insertSubmission(
  tx: Database,
  submission: Omit<SubmissionRecord, 'id' | 'state' | 'idempotencyKey'> & {
    idempotencyKey?: string | undefined;
  },
): Promise<SubmissionRecord | undefined> {
  const [row] = await tx
    .insert(submissionTable)
    .values(submission)
    .onConflictDoNothing()
    .returning();
  return row;
}

const judged = { submission: submissionTable, verdict: verdictTable.verdict };

/** All submissions of an attempt, newest first, with their verdicts. */
export async function listSubmissions(
  db: Database,
  attemptId: string,
): Promise<JudgedSubmission[]> {
  const rows = await db
    .select(judged)
    .from(submissionTable)
    .leftJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
    .where(eq(submissionTable.attemptId, attemptId))
    .orderBy(desc(submissionTable.createdAt), desc(submissionTable.id));
  return rows.map(({ submission, verdict }) => ({ ...submission, verdict }));
}

/** The newest submission of a challenge against the hidden tests, judged or not, that was not cancelled. */
export async function findLastHidden(
  db: Database,
  attemptId: string,
  challenge: string,
): Promise<SubmissionRecord | undefined> {
  const [row] = await db
    .select()
    .from(submissionTable)
    .where(
      and(
        eq(submissionTable.attemptId, attemptId),
        eq(submissionTable.challenge, challenge),
        eq(submissionTable.suite, 'hidden'),
        ne(submissionTable.state, 'cancelled'),
      ),
    )
    .orderBy(desc(submissionTable.createdAt), desc(submissionTable.id))
    .limit(1);
  return row;
}

/** Ids of what has a verdict and is not erased, oldest first; with `since`, only what was submitted then or later. */
export async function listJudgedIds(db: Database, since?: Date): Promise<string[]> {
  const rows = await db
    .select({ id: submissionTable.id })
    .from(submissionTable)
    .innerJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
    .innerJoin(attemptTable, eq(attemptTable.id, submissionTable.attemptId))
    .where(
      and(
        isNull(attemptTable.erasedAt),
        since === undefined ? undefined : gte(submissionTable.createdAt, since),
      ),
    )
    .orderBy(asc(submissionTable.createdAt), asc(submissionTable.id));
  return rows.map(({ id }) => id);
}

/** One submission with its verdict, which is null while there is none. */
export async function findJudged(
  db: Database,
  submissionId: string,
): Promise<JudgedSubmission | undefined> {
  const [row] = await db
    .select(judged)
    .from(submissionTable)
    .leftJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
    .where(eq(submissionTable.id, submissionId));
  return row && { ...row.submission, verdict: row.verdict };
}

/** Which attempt and which version of a challenge a submission belongs to, and how far it is. */
export async function findSubmissionPlace(db: Database, submissionId: string) {
  const [row] = await db
    .select({
      attemptId: submissionTable.attemptId,
      challengeHash: submissionTable.challengeHash,
      suite: submissionTable.suite,
      state: submissionTable.state,
      createdAt: submissionTable.createdAt,
      atEnd: submissionTable.atEnd,
    })
    .from(submissionTable)
    .where(eq(submissionTable.id, submissionId));
  return row;
}

/** When the submission was stored that has waited longest for a worker; `undefined` when none waits. */
export async function findOldestQueued(db: Database): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: submissionTable.createdAt })
    .from(submissionTable)
    .where(eq(submissionTable.state, 'queued'))
    .orderBy(asc(submissionTable.createdAt))
    .limit(1);
  return row?.at;
}

/** What is still to be judged and older than `before`, oldest first. */
export function listUnjudged(
  db: Database,
  state: 'queued' | 'running',
  before: Date,
  limit: number,
): Promise<SubmissionRecord[]> {
  return db
    .select()
    .from(submissionTable)
    .where(and(eq(submissionTable.state, state), lt(submissionTable.createdAt, before)))
    .orderBy(asc(submissionTable.createdAt))
    .limit(limit);
}

/**
 * Submissions whose candidates wait for a judge since before `before`, of one attempt or of all that run. For
 * what the end of something handed in, nobody waits.
 */
export function listWaiting(
  db: Database,
  before: Date,
  attemptId?: string,
): Promise<Pick<SubmissionRecord, 'id' | 'attemptId' | 'createdAt'>[]> {
  return db
    .select({
      id: submissionTable.id,
      attemptId: submissionTable.attemptId,
      createdAt: submissionTable.createdAt,
    })
    .from(submissionTable)
    .innerJoin(attemptTable, eq(attemptTable.id, submissionTable.attemptId))
    .where(
      and(
        eq(submissionTable.state, 'queued'),
        eq(submissionTable.atEnd, false),
        lt(submissionTable.createdAt, before),
        eq(attemptTable.state, 'running'),
        attemptId === undefined ? undefined : eq(attemptTable.id, attemptId),
      ),
    );
}

/** Says whether it was queued until now. */
export async function markRunning(db: Database, submissionId: string): Promise<boolean> {
  const rows = await db
    .update(submissionTable)
    .set({ state: 'running' })
    .where(and(eq(submissionTable.id, submissionId), eq(submissionTable.state, 'queued')))
    .returning({ id: submissionTable.id });
  return rows.length > 0;
}

/** Gives up what is not judged yet; says whether it did. What the end of an attempt froze stays. */
export async function cancelSubmission(tx: Database, submissionId: string): Promise<boolean> {
  const rows = await tx
    .update(submissionTable)
    .set({ state: 'cancelled' })
    .where(
      and(
        eq(submissionTable.id, submissionId),
        inArray(submissionTable.state, ['queued', 'running']),
        eq(submissionTable.atEnd, false),
      ),
    )
    .returning({ id: submissionTable.id });
  return rows.length > 0;
}

/** One submission of an attempt, with its verdict. */
export async function findSubmission(
  db: Database,
  attemptId: string,
  submissionId: string,
): Promise<JudgedSubmission | undefined> {
  const [row] = await db
    .select(judged)
    .from(submissionTable)
    .leftJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
    .where(and(eq(submissionTable.attemptId, attemptId), eq(submissionTable.id, submissionId)));
  return row && { ...row.submission, verdict: row.verdict };
}

/** What came of one press of a button, with its verdict. */
export async function findPressed(
  db: Database,
  attemptId: string,
  idempotencyKey: string,
): Promise<JudgedSubmission | undefined> {
  const [row] = await db
    .select(judged)
    .from(submissionTable)
    .leftJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
    .where(
      and(
        eq(submissionTable.attemptId, attemptId),
        eq(submissionTable.idempotencyKey, idempotencyKey),
      ),
    );
  return row && { ...row.submission, verdict: row.verdict };
}

/** Keeps a verdict; says whether it is the first one. A second delivery, or one on what was cancelled, changes nothing. */
export async function insertVerdict(
  tx: Database,
  submissionId: string,
  verdict: Verdict,
  at: Date,
): Promise<boolean> {
  const open = await tx
    .select({ state: submissionTable.state })
    .from(submissionTable)
    .where(and(eq(submissionTable.id, submissionId), ne(submissionTable.state, 'cancelled')))
    .for('update');
  if (open.length === 0) return false;
  const rows = await tx
    .insert(verdictTable)
    .values({
      submissionId,
      verdict,
      status: verdict.status,
      passed: verdict.tests.filter((test) => test.status === 'passed').length,
      total: verdict.tests.length,
      outcomes: hiddenOutcomes(verdict),
      recordedAt: at,
    })
    .onConflictDoNothing()
    .returning({ submissionId: verdictTable.submissionId });
  if (rows.length === 0) return false;
  await tx
    .update(submissionTable)
    .set({ state: 'judged' })
    .where(eq(submissionTable.id, submissionId));
  return true;
}
