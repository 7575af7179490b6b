import {
  type Database,
  findAssessment,
  findLiveParticipantByTokenHash,
  findLiveSession,
  listLiveParticipants,
  type LiveParticipantRecord,
  type LiveSessionRecord,
  lockLiveSession,
  recordAudit,
  updateLiveSession,
} from '@assay/db';
import type { Services } from '#services.ts';
import { linkExpired, linkUnknown } from '#http/linkRefusals.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asParticipant, routes } from '#http/routes.ts';
import { hashToken } from '#sessions/secretToken.ts';
import { leaveTrace, sessionOver, type Trace } from './changeSession.ts';
import { isFocused, presentOutside } from './presentSession.ts';
import { alreadyFocused, loadStatus, notOpen } from './workspaceRoutes.ts';

/** How long a browser stays the one that opened the link, ms. */
const cookieMs = 30 * 24 * 60 * 60_000;

/** Turns a personal link into a cookie. The cookie is the link's token: a new link, or none, ends both. */
export const openLinkRoute = routes.live.openLink.handler(
  async ({ input: { token }, context: { services, setLiveCookie } }) => {
    const { db, now } = services;
    const found = await findLiveParticipantByTokenHash(db, hashToken(token));
    const session = found && (await findLiveSession(db, found.sessionId));
    if (found === undefined || session === undefined) return unwrap<never>(linkUnknown);
    if (found.removedAt !== null || session.state === 'ended') return unwrap<never>(linkExpired);
    const at = now();
    await recordAudit(db, {
      at,
      actor: `participant:${found.id}`,
      action: 'live.link_opened',
      subject: `live:${session.id}`,
    });
    setLiveCookie(token, new Date(at.getTime() + cookieMs));
    return { sessionId: session.id };
  },
);

export const getOwnRoute = routes.live.getOwn
  .use(asParticipant)
  .handler(async ({ context: { services, participant } }) => {
    const { id, sessionId, role, name, admittedAt } = participant;
    const session = (await findLiveSession(services.db, sessionId)) ?? unwrap<never>(notFound);
    const people = await listLiveParticipants(services.db, sessionId);
    const template =
      session.assessmentId === null
        ? undefined
        : await findAssessment(services.db, session.assessmentId);
    return {
      status: presentOutside(session, services.now()),
      participantId: id,
      role,
      name,
      hosts: people
        .filter((person) => person.role === 'interviewer' && person.removedAt === null)
        .map((person) => person.name),
      admitted: admittedAt !== null && session.state === 'open',
      ...(template && {
        allowed: {
          aiAssistants: template.aiAssistants,
          documentation: template.documentation,
          rules: template.rules,
        },
      }),
    };
  });

export const askFocusRoute = routes.live.askFocus
  .use(asParticipant)
  .handler(async ({ input: { minutes }, context: { services, participant } }) => {
    await changeOwn(services, participant, async (tx, session, at) => {
      if (session.state === 'ended') return sessionOver;
      if (session.state !== 'open') return notOpen;
      if (isFocused(session, at)) return alreadyFocused;
      await updateLiveSession(tx, session.id, { focusAsked: minutes });
      return {
        ok: true,
        trace: {
          action: 'live.focus_asked',
          event: { kind: 'focus_asked', participantId: participant.id },
          detail: { minutes },
        },
      };
    });
    return loadStatus(services, participant.sessionId);
  });

export const endFocusRoute = routes.live.endFocus
  .use(asParticipant)
  .handler(async ({ context: { services, participant } }) => {
    await changeOwn(services, participant, async (tx, session, at) => {
      if (!isFocused(session, at)) return { ok: true };
      await updateLiveSession(tx, session.id, { focusEndsAt: at });
      return {
        ok: true,
        trace: {
          action: 'live.focus_ended',
          event: { kind: 'focus_ended', participantId: participant.id },
        },
      };
    });
    return loadStatus(services, participant.sessionId);
  });

/** A change that only the candidate makes, once they are let in. */
async function changeOwn(
  services: Services,
  { id, sessionId, role, admittedAt }: LiveParticipantRecord,
  work: (
    tx: Database,
    session: LiveSessionRecord,
    at: Date,
  ) => Promise<{ ok: true; trace?: Trace } | Refusal>,
): Promise<void> {
  if (role !== 'candidate' || admittedAt === null) unwrap(notFound);
  const at = services.now();
  const result = await services.db.transaction(async (tx) => {
    const session = await lockLiveSession(tx, sessionId, 'update');
    if (session === undefined) return notFound;
    const done = await work(tx, session, at);
    if (done.ok && done.trace !== undefined)
      await leaveTrace(tx, { sessionId, actor: `participant:${id}`, at, trace: done.trace });
    return done;
  });
  unwrap(result);
  await services.live.changed(sessionId);
}
