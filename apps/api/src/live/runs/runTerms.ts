import { type LiveRunRight, type LiveRefusal, liveRunRight } from '@assay/contracts/live';
import { findLiveSession, type LiveParticipantRecord, type LiveSessionRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { isFocused } from '#live/presentSession.ts';
import type { Seat } from '#live/Seat.ts';
import { forbidden } from '#live/Talk.ts';
import { refuse } from '#realtime/socketRefusal.ts';

const notNow = {
  not_open: refuse('not_now', 'The session is not open.'),
  focus: refuse('not_now', 'A focus time is going on. What is run in it is the candidate’s own.'),
};
const onlySee = {
  ended: refuse('not_now', 'The session has ended. What was run in it stays.'),
  observer: refuse('forbidden', 'Observers see what is run, and run nothing.'),
};

/** Somebody who may see the runs of a session at this moment, by the database. */
export type RunPerson = {
  person: LiveParticipantRecord;
  session: LiveSessionRecord;
  right: Exclude<LiveRunRight, { may: 'nothing' }>;
};

/** Who sits there, with what they may do with runs now; a refusal where that is nothing. */
export async function findRunPerson(
  { db, live, now }: Services,
  seat: Seat | undefined,
): Promise<({ ok: true } & RunPerson) | LiveRefusal> {
  const insider = seat && live.insider(seat);
  if (seat === undefined || insider === undefined) return forbidden;
  const session = await findLiveSession(db, seat.sessionId);
  if (session === undefined) return forbidden;
  const { person } = insider;
  const right = rightIn(session, person, now());
  return right.may === 'nothing' ? notNow[right.why] : { ok: true, person, session, right };
}

export function rightIn(
  session: LiveSessionRecord,
  { role }: Pick<LiveParticipantRecord, 'role'>,
  now: Date,
): LiveRunRight {
  return liveRunRight(role, { state: session.state, focused: isFocused(session, now) });
}

/** Why somebody may not run anything now; nothing when they may. */
export function findRunRefusal(
  right: LiveRunRight,
  session: Pick<LiveSessionRecord, 'state'>,
): LiveRefusal | undefined {
  if (right.may === 'run') return undefined;
  if (right.may === 'nothing') return notNow[right.why];
  return session.state === 'ended' ? onlySee.ended : onlySee.observer;
}
