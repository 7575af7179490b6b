import type { Exploration } from '@assay/contracts/http';
import type { LiveRunAudience } from '@assay/contracts/live';
import type { Verdict } from '@assay/contracts/verdict';
import { and, asc, count, desc, eq, getTableColumns, inArray, lt } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { liveRunTable } from './liveRunTable.ts';

export type LiveRunRecord = typeof liveRunTable.$inferSelect;
/** A run as lists have it: without what is large. */
export type LiveRunRow = Omit<LiveRunRecord, 'files' | 'verdict' | 'exploration'>;

const {
  files: _files,
  verdict: _verdict,
  exploration: _exploration,
  ...row
} = getTableColumns(liveRunTable);
const unfinished = inArray(liveRunTable.state, ['queued', 'running']);

/** Adds a run; `undefined` when one for the same audience is not finished yet, or this one is there already. */
export async function insertLiveRun(
  tx: Database,
  run: Pick<
    LiveRunRecord,
    'id' | 'sessionId' | 'participantId' | 'kind' | 'audience' | 'seed' | 'codeSeq' | 'askedAt'
  > &
    Partial<Pick<LiveRunRecord, 'suite' | 'files' | 'steps'>>,
): Promise<LiveRunRecord | undefined> {
  const [inserted] = await tx.insert(liveRunTable).values(run).onConflictDoNothing().returning();
  return inserted;
}

export async function findLiveRun(db: Database, id: string): Promise<LiveRunRecord | undefined> {
  const [run] = await db.select().from(liveRunTable).where(eq(liveRunTable.id, id));
  return run;
}

/** The run of a session that goes on, of those for one audience. */
export async function findUnfinishedLiveRun(
  db: Database,
  sessionId: string,
  audience: LiveRunAudience,
): Promise<LiveRunRow | undefined> {
  const [run] = await db
    .select(row)
    .from(liveRunTable)
    .where(
      and(eq(liveRunTable.sessionId, sessionId), eq(liveRunTable.audience, audience), unfinished),
    );
  return run;
}

/** Runs of a session, newest first; with `audience`, those for it alone; with `before`, the last before that one. */
export function listLiveRuns(
  db: Database,
  sessionId: string,
  {
    audience,
    before,
    limit,
  }: { audience?: LiveRunAudience | undefined; before?: number | undefined; limit: number },
): Promise<LiveRunRow[]> {
  return db
    .select(row)
    .from(liveRunTable)
    .where(
      and(
        eq(liveRunTable.sessionId, sessionId),
        audience === undefined ? undefined : eq(liveRunTable.audience, audience),
        before === undefined ? undefined : lt(liveRunTable.seq, before),
      ),
    )
    .orderBy(desc(liveRunTable.seq))
    .limit(limit);
}

/** All runs of a session with what came of them, oldest first. */
export function listWholeLiveRuns(db: Database, sessionId: string): Promise<LiveRunRecord[]> {
  return db
    .select()
    .from(liveRunTable)
    .where(eq(liveRunTable.sessionId, sessionId))
    .orderBy(asc(liveRunTable.seq));
}

export async function countLiveRuns(db: Database, sessionId: string): Promise<number> {
  const [found] = await db
    .select({ runs: count() })
    .from(liveRunTable)
    .where(eq(liveRunTable.sessionId, sessionId));
  return found?.runs ?? 0;
}

/** Says that a judge is at a run; answers it if it was queued until now. */
export async function markLiveRunRunning(
  db: Database,
  id: string,
): Promise<LiveRunRow | undefined> {
  const [run] = await db
    .update(liveRunTable)
    .set({ state: 'running' })
    .where(and(eq(liveRunTable.id, id), eq(liveRunTable.state, 'queued')))
    .returning(row);
  return run;
}

/** Keeps what came of a run. A second delivery, or one of what was cancelled, changes nothing and answers nothing. */
export async function endLiveRun(
  db: Database,
  id: string,
  result: { verdict: Verdict } | { exploration: Exploration },
  at: Date,
): Promise<LiveRunRecord | undefined> {
  const counts =
    'verdict' in result
      ? {
          status: result.verdict.status,
          passed: result.verdict.tests.filter(({ status }) => status === 'passed').length,
          total: result.verdict.tests.length,
        }
      : {};
  const [run] = await db
    .update(liveRunTable)
    .set({ state: 'done', endedAt: at, files: null, ...result, ...counts })
    .where(and(eq(liveRunTable.id, id), unfinished))
    .returning();
  return run;
}

/** Gives up a run that is not finished yet; answers it if it did. */
export async function cancelLiveRun(
  db: Database,
  id: string,
  cancelledBy: string,
  at: Date,
): Promise<LiveRunRecord | undefined> {
  const [run] = await db
    .update(liveRunTable)
    .set({ state: 'cancelled', endedAt: at, files: null, cancelledBy })
    .where(and(eq(liveRunTable.id, id), unfinished))
    .returning();
  return run;
}

/** Gives up what is not finished in a session, because it ends. */
export function cancelLiveRunsOf(
  tx: Database,
  sessionId: string,
  at: Date,
): Promise<LiveRunRecord[]> {
  return tx
    .update(liveRunTable)
    .set({ state: 'cancelled', endedAt: at, files: null })
    .where(and(eq(liveRunTable.sessionId, sessionId), unfinished))
    .returning();
}

/** What is still to be run and was asked for before `before`, oldest first. */
export function listUnfinishedLiveRuns(
  db: Database,
  state: 'queued' | 'running',
  before: Date,
  limit: number,
): Promise<LiveRunRecord[]> {
  return db
    .select()
    .from(liveRunTable)
    .where(and(eq(liveRunTable.state, state), lt(liveRunTable.askedAt, before)))
    .orderBy(asc(liveRunTable.askedAt))
    .limit(limit);
}

/** The runs of these sessions, whose jobs may still lie in a queue. */
export function listLiveRunStates(
  db: Database,
  sessionIds: string[],
): Promise<Pick<LiveRunRecord, 'id' | 'state'>[]> {
  return db
    .select({ id: liveRunTable.id, state: liveRunTable.state })
    .from(liveRunTable)
    .where(inArray(liveRunTable.sessionId, sessionIds));
}
