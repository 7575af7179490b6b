import {
  cancelLiveRunsOf,
  type Database,
  deleteLiveSession,
  findLiveSession,
  listLiveRunStates,
  listLiveSessions,
  lockLiveSession,
  recordAudit,
  updateLiveSession,
} from '@assay/db';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { changeSession, loadSession, mayHost } from './changeSession.ts';
import { refusePrepared } from './createSession.ts';
import { presentOrigin, presentStatus } from './presentSession.ts';
import { tellCancelled } from './runs/cancelRun.ts';
import { type ErasedRun, forgetLiveRuns } from './runs/forgetLiveRuns.ts';

const pageSize = 25;

export const listSessionsRoute = routes.live.listSessions
  .use(asStaff)
  .handler(async ({ input: { state, page }, context: { services, member } }) => {
    const { db, challenges } = services;
    const filter = { state, ...(member.role !== 'admin' && { interviewer: member.id }) };
    const { sessions, people, total } = await listLiveSessions(db, filter, page, pageSize);
    const rows = await Promise.all(
      sessions.map(async (session) => ({
        id: session.id,
        title: session.title,
        minutes: session.minutes,
        state: session.state,
        origin: await presentOrigin(challenges, session),
        people: people
          .filter(({ sessionId }) => sessionId === session.id)
          .map(({ role, name }) => ({ role, name })),
        createdAt: session.createdAt.toISOString(),
        ...(session.startedAt && { startedAt: session.startedAt.toISOString() }),
        ...(session.endedAt && { endedAt: session.endedAt.toISOString() }),
      })),
    );
    return { rows, total, page, pageSize };
  });

export const getSessionRoute = routes.live.getSession
  .use(asStaff)
  .handler(({ input: { sessionId }, context: { services, member } }) =>
    loadSession(services, sessionId, member),
  );

export const editSessionRoute = routes.live.editSession
  .use(asStaff)
  .handler(async ({ input: { sessionId, ...changes }, context: { services, member } }) => {
    refusePrepared(changes.prepared);
    await changeSession(services, { sessionId, member }, async (tx) => {
      await updateLiveSession(tx, sessionId, changes);
      return { ok: true, trace: { action: 'live.edited' } };
    });
    services.live.tellInterviewers(sessionId);
    return loadSession(services, sessionId, member);
  });

export const startRoute = routes.live.start
  .use(asStaff)
  .handler(async ({ input: { sessionId }, context: { services, member } }) => {
    await changeSession(services, { sessionId, member }, async (tx, session, startedAt) => {
      if (session.state === 'open') return { ok: true };
      await updateLiveSession(tx, sessionId, { state: 'open', startedAt });
      return { ok: true, trace: { action: 'live.started', event: { kind: 'started' } } };
    });
    return (await loadSession(services, sessionId, member)).status;
  });

export const endRoute = routes.live.end
  .use(asStaff)
  .handler(async ({ input: { sessionId }, context: { services, member } }) => {
    const { given } = await changeSession(
      services,
      { sessionId, member, over: true },
      async (tx, session, endedAt) => {
        if (session.state === 'ended') return { ok: true, given: [] };
        await updateLiveSession(tx, sessionId, {
          state: 'ended',
          endedAt,
          focusAsked: null,
          meetingUrl: null,
        });
        const trace = { action: 'live.ended', event: { kind: 'ended' } } as const;
        return { ok: true, trace, given: await cancelLiveRunsOf(tx, sessionId, endedAt) };
      },
    );
    tellCancelled(services, given);
    const ended = (await findLiveSession(services.db, sessionId)) ?? unwrap<never>(notFound);
    return presentStatus(ended, services.now());
  });

/** Erases a session with all that was written in it. Its audit stays. */
export const eraseSessionRoute = routes.live.eraseSession
  .use(asStaff)
  .handler(async ({ input: { sessionId }, context: { services, member } }) => {
    const { db, queues, now } = services;
    const work = async (tx: Database): Promise<{ ok: true; liveRuns: ErasedRun[] } | Refusal> => {
      const session = await lockLiveSession(tx, sessionId, 'update');
      if (session === undefined || !(await mayHost(tx, sessionId, member))) return notFound;
      if (session.state === 'open') return stillOpen;
      const liveRuns = await listLiveRunStates(tx, [sessionId]);
      await deleteLiveSession(tx, sessionId);
      await recordAudit(tx, {
        at: now(),
        actor: `staff:${member.id}`,
        action: 'live.erased',
        subject: `live:${sessionId}`,
      });
      return { ok: true, liveRuns };
    };
    const { liveRuns } = unwrap(await db.transaction(work));
    await forgetLiveRuns(queues, liveRuns);
    await services.live.changed(sessionId);
  });

const stillOpen = refusal('STILL_OPEN', 409, 'End the session first.');
