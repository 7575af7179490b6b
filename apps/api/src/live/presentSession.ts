import type { LiveOrigin, LiveParticipant, LiveSession } from '@assay/contracts/http';
import type { LiveStatus } from '@assay/contracts/live';
import type { AssessmentRecord, LiveParticipantRecord, LiveSessionRecord } from '@assay/db';
import type { ChallengeLibrary } from '#challenges/challengeLibrary.ts';

/** Whether a focus time is going on. */
export const isFocused = (
  { state, focusEndsAt }: Pick<LiveSessionRecord, 'state' | 'focusEndsAt'>,
  now: Date,
): boolean => state === 'open' && focusEndsAt !== null && focusEndsAt > now;

/** What everybody in a session knows of it. */
export function presentStatus(session: LiveSessionRecord, now: Date): LiveStatus {
  const { focusStartedAt, focusEndsAt, focusAsked } = session;
  const focus = focusStartedAt !== null &&
    focusEndsAt !== null && {
      startedAt: focusStartedAt.toISOString(),
      endsAt: focusEndsAt.toISOString(),
    };
  return {
    sessionId: session.id,
    title: session.title,
    minutes: session.minutes,
    state: session.state,
    ...(session.startedAt && { startedAt: session.startedAt.toISOString() }),
    ...(session.endedAt && { endedAt: session.endedAt.toISOString() }),
    locked: session.locked,
    ...(focus && (isFocused(session, now) ? { focus } : { lastFocus: focus })),
    ...(focusAsked !== null && { focusAsked }),
    ...(session.meetingUrl !== null && { meeting: session.meetingUrl }),
    now: now.toISOString(),
  };
}

/** The same for somebody who is not in: without the names of files, and without the way into the call. */
export const presentOutside = (session: LiveSessionRecord, now: Date): LiveStatus =>
  presentStatus({ ...session, locked: [], meetingUrl: null }, now);

export function presentParticipant(participant: LiveParticipantRecord): LiveParticipant {
  const { id, role, name, colour, memberId, frozen, createdAt } = participant;
  const { admittedAt, refusedAt, removedAt } = participant;
  return {
    id,
    role,
    name,
    colour,
    ...(memberId !== null && { memberId }),
    createdAt: createdAt.toISOString(),
    ...(admittedAt && { admittedAt: admittedAt.toISOString() }),
    ...(refusedAt && { refusedAt: refusedAt.toISOString() }),
    ...(removedAt && { removedAt: removedAt.toISOString() }),
    frozen,
  };
}

/** Where a session's workspace came from. */
export async function presentOrigin(
  challenges: ChallengeLibrary,
  { challengeHash, attemptId, submissionId }: LiveSessionRecord,
): Promise<LiveOrigin> {
  if (challengeHash === null) return { kind: 'blank' };
  const { manifest, judged } = await challenges.get(challengeHash);
  const challenge = { slug: judged.slug, title: manifest.title };
  return attemptId === null || submissionId === null
    ? { kind: 'challenge', ...challenge }
    : { kind: 'submission', ...challenge, attemptId, submissionId };
}

/** All that interviewers know of a session. */
export async function presentSession(
  challenges: ChallengeLibrary,
  {
    session,
    participants,
    assessment,
  }: {
    session: LiveSessionRecord;
    participants: LiveParticipantRecord[];
    /** The template that it began from. */
    assessment: AssessmentRecord | undefined;
  },
  now: Date,
): Promise<LiveSession> {
  return {
    id: session.id,
    title: session.title,
    minutes: session.minutes,
    state: session.state,
    origin: await presentOrigin(challenges, session),
    createdAt: session.createdAt.toISOString(),
    ...(session.startedAt && { startedAt: session.startedAt.toISOString() }),
    ...(session.endedAt && { endedAt: session.endedAt.toISOString() }),
    status: presentStatus(session, now),
    plan: session.plan,
    ...(assessment && {
      assessment: {
        id: assessment.id,
        title: assessment.title,
        version: assessment.version,
      },
    }),
    prepared: session.prepared,
    participants: participants.map(presentParticipant),
  };
}
