import type { ReplayShares, StaffRole } from '@assay/contracts/http';
import {
  type Database,
  deleteReplayShare,
  findMember,
  insertReplayShare,
  listReplayShares,
} from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { policies } from '#http/policies.ts';
import { changeSession, mayHost } from '#live/changeSession.ts';

export const listReplaySharesRoute = routes.live.listReplayShares
  .use(asStaff)
  .handler(async ({ input: { sessionId }, context: { services, member } }) => {
    if (!(await mayHost(services.db, sessionId, member))) return unwrap<never>(notFound);
    return presentShares(services.db, sessionId);
  });

export const shareReplayRoute = routes.live.shareReplay
  .use(asStaff)
  .handler(async ({ input: { sessionId, memberId }, context: { services, member } }) => {
    const change = { sessionId, member, over: true };
    await changeSession(services, change, async (tx, _, createdAt) => {
      const found = await findMember(tx, memberId);
      if (found === undefined || !mayWatch(found.role)) return notFound;
      if (!(await insertReplayShare(tx, { sessionId, memberId, createdAt }))) return { ok: true };
      return { ok: true, trace: { action: 'live.replay_shared', detail: { memberId } } };
    });
    return presentShares(services.db, sessionId);
  });

export const unshareReplayRoute = routes.live.unshareReplay
  .use(asStaff)
  .handler(async ({ input: { sessionId, memberId }, context: { services, member } }) => {
    const change = { sessionId, member, over: true };
    await changeSession(services, change, async (tx) => {
      if (!(await deleteReplayShare(tx, sessionId, memberId))) return { ok: true };
      return { ok: true, trace: { action: 'live.replay_unshared', detail: { memberId } } };
    });
    return presentShares(services.db, sessionId);
  });

/** Whether replays can be shared with somebody of this role at all. */
export function mayWatch(role: StaffRole): boolean {
  const policy = policies['live.getReplay'];
  return typeof policy !== 'string' && policy.includes(role);
}

async function presentShares(db: Database, sessionId: string): Promise<ReplayShares> {
  const shares = await listReplayShares(db, sessionId);
  return {
    shares: shares.map(({ memberId, name, createdAt }) => ({
      memberId,
      name,
      since: createdAt.toISOString(),
    })),
  };
}
