import type { LiveSession, Member } from '@assay/contracts/http';
import {
  type Actor,
  type Database,
  findAssessment,
  findLiveMember,
  findLiveSession,
  insertLiveEvent,
  listLiveParticipants,
  type LiveEventKind,
  type LiveSessionRecord,
  lockLiveSession,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { presentSession } from './presentSession.ts';

export const sessionOver = refusal('SESSION_OVER', 409, 'This session has ended.');

/** Whether a member of staff leads a session: one of its interviewers, or an admin. */
export async function mayHost(db: Database, sessionId: string, member: Member): Promise<boolean> {
  if (member.role === 'admin') return true;
  const found = await findLiveMember(db, sessionId, member.id);
  return found?.role === 'interviewer' && found.removedAt === null;
}

/** What a change leaves behind beside itself. */
export type Trace = {
  action: `live.${string}`;
  event?: {
    kind: LiveEventKind;
    participantId?: string;
    /** Words that the replay shows. They go with the session, and the log of actions does not have them. */
    words?: Record<string, unknown>;
  };
  /** Ids and figures, for replay and log alike. */
  detail?: Record<string, unknown>;
};

/** Writes down, in the transaction that makes a change, who made it, and what a replay shows of it. */
export async function leaveTrace(
  tx: Database,
  { sessionId, actor, at, trace }: { sessionId: string; actor: Actor; at: Date; trace: Trace },
): Promise<void> {
  const { action, event, detail = {} } = trace;
  if (event !== undefined) {
    const { words, ...rest } = event;
    await insertLiveEvent(tx, { sessionId, at, ...rest, detail: { ...detail, ...words } });
  }
  const whom = event?.participantId === undefined ? {} : { participantId: event.participantId };
  await recordAudit(tx, {
    at,
    actor,
    action,
    subject: `live:${sessionId}`,
    detail: { ...detail, ...whom },
  });
}

/**
 * Changes a session that a member of staff leads, in one transaction with its trace, and tells everybody in it.
 * `work` answers what it did, or why it did not; without a trace nothing has changed.
 */
export async function changeSession<Result extends { ok: true; trace?: Trace }>(
  services: Services,
  { sessionId, member, over = false }: { sessionId: string; member: Member; over?: boolean },
  work: (tx: Database, session: LiveSessionRecord, at: Date) => Promise<Result | Refusal>,
): Promise<Result> {
  const at = services.now();
  const result = await services.db.transaction(async (tx): Promise<Result | Refusal> => {
    const session = await lockLiveSession(tx, sessionId, 'update');
    if (session === undefined || !(await mayHost(tx, sessionId, member))) return notFound;
    if (session.state === 'ended' && !over) return sessionOver;
    const done = await work(tx, session, at);
    if (done.ok && done.trace !== undefined)
      await leaveTrace(tx, { sessionId, actor: `staff:${member.id}`, at, trace: done.trace });
    return done;
  });
  const done = unwrap(result);
  await services.live.changed(sessionId);
  return done;
}

/** A session as those who lead it see it. */
export async function loadSession(
  { db, challenges, now }: Services,
  sessionId: string,
  member: Member,
): Promise<LiveSession> {
  const session = await findLiveSession(db, sessionId);
  if (session === undefined || !(await mayHost(db, sessionId, member)))
    return unwrap<never>(notFound);
  const participants = await listLiveParticipants(db, sessionId);
  const { assessmentId } = session;
  const assessment = assessmentId === null ? undefined : await findAssessment(db, assessmentId);
  return presentSession(challenges, { session, participants, assessment }, now());
}
