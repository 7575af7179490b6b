import { findLiveSession, updateLiveSession } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { refuseFiles } from '#workspaces/findFilesRefusal.ts';
import { changeSession, sessionOver } from './changeSession.ts';
import { liveKey } from './liveDocuments.ts';
import { isFocused, presentStatus } from './presentSession.ts';

/** The status after a change that has been made. */
export async function loadStatus({ db, now }: Services, sessionId: string) {
  const session = (await findLiveSession(db, sessionId)) ?? unwrap<never>(notFound);
  return presentStatus(session, now());
}

export const setLockRoute = routes.live.setLock
  .use(asStaff)
  .handler(async ({ input: { sessionId, path, locked }, context: { services, member } }) => {
    await changeSession(services, { sessionId, member }, async (tx, session) => {
      if (session.locked.includes(path) === locked) return { ok: true };
      const others = session.locked.filter((other) => other !== path);
      if (others.length >= maxLocked) return tooManyLocks;
      await updateLiveSession(tx, sessionId, { locked: locked ? [...others, path] : others });
      return {
        ok: true,
        trace: {
          action: locked ? 'live.locked' : 'live.unlocked',
          event: { kind: locked ? 'locked' : 'unlocked', words: { path } },
        },
      };
    });
    return loadStatus(services, sessionId);
  });

/** As many as a workspace has files, and no more. Counters a list that every status repeats. */
const maxLocked = 200;
const tooManyLocks = refusal('TOO_MANY_LOCKS', 422, `At most ${maxLocked} files can be locked.`);

export const setMeetingRoute = routes.live.setMeeting
  .use(asStaff)
  .handler(async ({ input: { sessionId, url }, context: { services, member } }) => {
    await changeSession(services, { sessionId, member }, async (tx, { meetingUrl }) => {
      if (meetingUrl === url) return { ok: true };
      await updateLiveSession(tx, sessionId, { meetingUrl: url });
      // Without the address, which may let people in.
      return { ok: true, trace: { action: 'live.meeting_set', detail: { set: url !== null } } };
    });
    return loadStatus(services, sessionId);
  });

export const addPreparedRoute = routes.live.addPrepared
  .use(asStaff)
  .handler(async ({ input: { sessionId, preparedId }, context: { services, member } }) => {
    const { rooms, live } = services;
    const { set } = await changeSession(services, { sessionId, member }, async (_, session) => {
      const found = session.prepared.find(({ id }) => id === preparedId);
      return found === undefined ? notFound : { ok: true, set: found };
    });
    const key = { sessionId, document: 'code' };
    const added = await rooms.room(liveKey(key)).addFiles(set.files, 'server');
    if (!added.ok)
      return unwrap<never>('problem' in added ? refuseFiles(added.problem) : sessionOver);
    if (added.entry !== undefined)
      await live.delivery.relay(
        { sessionId, document: 'code', name: 'code', ...added.entry },
        added.entry,
      );
    await changeSession(services, { sessionId, member }, async () => ({
      ok: true,
      trace: {
        action: 'live.files_added',
        event: {
          kind: 'files_added',
          words: { title: set.title, paths: Object.keys(set.files) },
        },
        detail: { preparedId },
      },
    }));
    return loadStatus(services, sessionId);
  });

export const giveFocusRoute = routes.live.giveFocus
  .use(asStaff)
  .handler(async ({ input: { sessionId, minutes }, context: { services, member } }) => {
    await changeSession(services, { sessionId, member }, async (tx, session, at) => {
      if (session.state !== 'open') return notOpen;
      if (isFocused(session, at)) return alreadyFocused;
      const focusEndsAt = new Date(at.getTime() + minutes * 60_000);
      await updateLiveSession(tx, sessionId, {
        focusStartedAt: at,
        focusEndsAt,
        focusAsked: null,
      });
      return {
        ok: true,
        trace: {
          action: 'live.focus_started',
          event: { kind: 'focus_started' },
          detail: { endsAt: focusEndsAt.toISOString() },
        },
      };
    });
    return loadStatus(services, sessionId);
  });

export const notOpen = refusal('NOT_OPEN', 409, 'The session has not started.');
export const alreadyFocused = refusal('ALREADY_FOCUSED', 409, 'A focus time is going on.');
