import {
  deleteHold,
  findCandidate,
  listDue,
  listHolds,
  listNights,
  lockCandidate,
  nameDue,
  putHold,
  recordAudit,
} from '@assay/db';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { nextNight } from './nights.ts';
import { sessionRetentionDays } from './sweepErasures.ts';

const pageSize = 25;
const dayMs = 24 * 60 * 60_000;
/** Nights that are listed. */
const nights = 60;

export const listDueErasuresRoute = routes.admin.listDueErasures.handler(
  async ({ input: { days, page }, context: { services } }) => {
    const { db, now } = services;
    const nextNightAt = nextNight(now());
    const by = new Date(nextNightAt.getTime() + days * dayMs);
    const due = await listDue(db, { by, sessionDays: sessionRetentionDays });
    const shown = due.slice((page - 1) * pageSize, page * pageSize);
    const names = await nameDue(db, shown);
    const rows = shown.map(({ dueAt, ...one }) => ({
      ...one,
      dueAt: dueAt.toISOString(),
      erasedAt: (dueAt > nextNightAt ? nextNight(dueAt) : nextNightAt).toISOString(),
      title: '',
      ...names.get(one.id),
    }));
    return { nextNightAt: nextNightAt.toISOString(), rows, total: due.length, page, pageSize };
  },
);

export const listRetentionNightsRoute = routes.admin.listRetentionNights.handler(
  async ({ context: { services } }) =>
    (await listNights(services.db, nights)).map(({ night, startedAt, finishedAt, erased }) => ({
      night,
      startedAt: startedAt.toISOString(),
      finishedAt: (finishedAt ?? startedAt).toISOString(),
      erased,
    })),
);

export const listHoldsRoute = routes.admin.listHolds.handler(async ({ context: { services } }) =>
  (await listHolds(services.db)).map(({ at, heldBy, ...hold }) => ({
    ...hold,
    at: at.toISOString(),
    ...(heldBy !== null && { heldBy }),
  })),
);

/** Why somebody is held back is kept with the hold alone, and goes with it: it may say something of them. */
export const holdCandidateRoute = routes.admin.holdCandidate
  .use(asStaff)
  .handler(async ({ input: { candidateId, reason }, context: { services, member } }) => {
    const { db, now } = services;
    const at = now();
    const held = await db.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
      if (!(await lockCandidate(tx, candidateId))) return notFound;
      // Of whom everything is erased, nothing can be held.
      if ((await findCandidate(tx, candidateId)) === undefined) return notFound;
      await putHold(tx, { candidateId, reason, heldBy: member.id, at });
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: 'hold.placed',
        subject: `candidate:${candidateId}`,
      });
      return { ok: true };
    });
    unwrap(held);
  });

export const releaseCandidateRoute = routes.admin.releaseCandidate
  .use(asStaff)
  .handler(async ({ input: { candidateId }, context: { services, member } }) => {
    const { db, now } = services;
    const released = await db.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
      if (!(await deleteHold(tx, candidateId))) return notFound;
      await recordAudit(tx, {
        at: now(),
        actor: `staff:${member.id}`,
        action: 'hold.lifted',
        subject: `candidate:${candidateId}`,
      });
      return { ok: true };
    });
    unwrap(released);
  });
