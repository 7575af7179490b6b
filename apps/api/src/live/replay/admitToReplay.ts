import type { Member } from '@assay/contracts/http';
import { replayRight } from '@assay/contracts/live';
import { findLiveSession, hasReplayShare, type LiveSessionRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, unwrap } from '#http/refusal.ts';
import { mayHost } from '#live/changeSession.ts';
import { isFocused } from '#live/presentSession.ts';
import { mayMeet, reviewFirst } from '#reviews/mayMeet.ts';

/** A session whose recording a member of staff may watch, and how far. For everybody else it is not there. */
export async function admitToReplay(
  { db, now }: Services,
  sessionId: string,
  member: Member,
): Promise<{
  session: LiveSessionRecord;
  leads: boolean;
  /** As whom they see what the people of a session see differently. */
  viewer: 'interviewer' | 'observer';
  until: Date;
}> {
  const session = await findLiveSession(db, sessionId);
  if (session === undefined) return unwrap<never>(notFound);
  const right = replayRight(
    {
      leads: await mayHost(db, sessionId, member),
      shared: await hasReplayShare(db, sessionId, member.id),
    },
    session.state,
  );
  if (right === 'nothing') return unwrap<never>(notFound);
  if (!(await mayMeet(db, session, { member, at: now() }))) return unwrap<never>(reviewFirst);
  const leads = right === 'all';
  return {
    session,
    leads,
    viewer: leads ? 'interviewer' : 'observer',
    until: endOf(session, now()),
  };
}

/** What is done in a focus time that goes on, nobody receives on any way. */
function endOf(session: LiveSessionRecord, now: Date): Date {
  if (session.endedAt !== null) return session.endedAt;
  return isFocused(session, now) && session.focusStartedAt !== null ? session.focusStartedAt : now;
}
