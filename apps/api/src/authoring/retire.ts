import type { Member } from '@assay/contracts/http';
import { lockChallenge, recordAudit, setRetired } from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import type { Services } from '#services.ts';
import { loadAuthored } from './loadAuthored.ts';

export const retireChallengeRoute = routes.author.retireChallenge
  .use(asStaff)
  .handler(({ input: { slug }, context: { services, member } }) =>
    setOffered(services, slug, member, false),
  );

export const restoreChallengeRoute = routes.author.restoreChallenge
  .use(asStaff)
  .handler(({ input: { slug }, context: { services, member } }) =>
    setOffered(services, slug, member, true),
  );

/** Whether new assessments may have a challenge. Those that have it keep it; the same again changes nothing. */
async function setOffered({ db, now }: Services, slug: string, member: Member, isOffered: boolean) {
  const at = now();
  await db.transaction(async (tx) => {
    const known = (await lockChallenge(tx, slug)) ?? unwrap<never>(notFound);
    if ((known.retiredAt === null) === isOffered) return;
    await setRetired(tx, slug, isOffered ? null : at);
    await recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: isOffered ? 'challenge.restored' : 'challenge.retired',
      subject: `challenge:${known.headHash}`,
      detail: { slug },
    });
  });
  return loadAuthored(db, slug, member);
}
