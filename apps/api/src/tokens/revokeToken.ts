import type { ApiToken, Member } from '@assay/contracts/http';
import { findApiToken, recordAudit, revokeApiToken } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { presentToken } from './presentToken.ts';

export const revokeTokenRoute = routes.tokens.revokeToken
  .use(asStaff)
  .handler(
    async ({ input: { tokenId }, context: { services, member } }) =>
      unwrap(await revokeToken(services, tokenId, member)).token,
  );

/** Ends a token: one's own, for admins anybody's. */
async function revokeToken(
  { db, now }: Services,
  id: string,
  member: Member,
): Promise<{ ok: true; token: ApiToken } | Refusal> {
  const at = now();
  return db.transaction(async (tx): Promise<{ ok: true; token: ApiToken } | Refusal> => {
    const found = await findApiToken(tx, id);
    if (found === undefined || (found.memberId !== member.id && member.role !== 'admin'))
      return notFound;
    if (!(await revokeApiToken(tx, id, at))) return { ok: true, token: presentToken(found, at) };
    await recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: 'token.revoked',
      subject: `token:${id}`,
    });
    return { ok: true, token: presentToken({ ...found, revokedAt: at }, at) };
  });
}
