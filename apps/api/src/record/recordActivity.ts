import type { ActivityEvent } from '@assay/contracts/http';
import {
  type NewAttemptEvent,
  countAttemptEvents,
  insertAttemptEvents,
  lockAttempt,
} from '@assay/db';
import type { Services } from '#services.ts';
import { findAttemptRefusal } from '#attempts/attemptClock.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';

/** Events of one attempt; later ones are not kept. Counters a page that reports without end. */
const maxEvents = 5_000;

export const recordActivityRoute = routes.candidate.recordActivity
  .use(asCandidate)
  .handler(async ({ input: { events }, context: { services, attemptId } }) => {
    unwrap(await recordActivity(services, attemptId, events));
  });

/** Keeps what a candidate's browser reports while the clock runs. */
async function recordActivity(
  { db, now }: Services,
  attemptId: string,
  events: ActivityEvent[],
): Promise<{ ok: true } | Refusal> {
  const at = now();
  return db.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
    const attempt = await lockAttempt(tx, attemptId, 'share');
    if (attempt === undefined || attempt.startedAt === null) return notFound;
    const refused = findAttemptRefusal(attempt, at);
    if (refused !== undefined) return refused;
    const room = maxEvents - (await countAttemptEvents(tx, attemptId));
    const { startedAt } = attempt;
    const kept = events
      .slice(0, Math.max(0, room))
      .map((event, index) => toRecord(event, new Date(startedAt.getTime() + index), at));
    await insertAttemptEvents(tx, attemptId, kept);
    return { ok: true };
  });
}

/** By our clock. Nothing that is reported can have been before `earliest`, which keeps what was reported so in order. */
function toRecord({ agoMs, ...event }: ActivityEvent, earliest: Date, now: Date): NewAttemptEvent {
  return { ...event, at: new Date(Math.max(earliest.getTime(), now.getTime() - agoMs)) };
}
