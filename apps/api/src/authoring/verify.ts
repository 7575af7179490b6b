import { readChallenge } from '@assay/challenges';
import type { Member, Verification } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { endVerification, findVerification, lockChallenge, replaceVerification } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { enqueueVerification } from './enqueueVerification.ts';
import { presentVerification } from './presentVerification.ts';
import { readSent } from './readSent.ts';

type Verified = { ok: true; verification: Verification } | Refusal;

export const verifyRoute = routes.author.verify
  .use(asStaff)
  .handler(async ({ input: { slug, files }, context: { services, member } }) => {
    return unwrap(await verify(services, slug, files, member)).verification;
  });

export const getVerificationRoute = routes.author.getVerification
  .use(asStaff)
  .handler(async ({ input: { verificationId }, context: { services } }) => {
    const found = await findVerification(services.db, verificationId);
    return found === undefined ? unwrap<never>(notFound) : presentVerification(found);
  });

export const cancelVerificationRoute = routes.author.cancelVerification
  .use(asStaff)
  .handler(async ({ input: { verificationId }, context: { services } }) => {
    return unwrap(await cancel(services, verificationId)).verification;
  });

/** Sends files through the publishing gate; what the member had waiting for this challenge is given up. */
async function verify(
  services: Services,
  slug: string,
  files: Files,
  member: Member,
): Promise<Verified> {
  const { db, queues, background, now } = services;
  const read = await readSent(() => readChallenge(slug, files));
  if (!read.ok) return read;
  const { source, judged } = read.challenge;
  const asked = await db.transaction(async (tx) => {
    // The lock makes two tabs of one member ask one after the other.
    if ((await lockChallenge(tx, slug)) === undefined) return undefined;
    return replaceVerification(tx, {
      slug,
      hash: judged.hash,
      files: source,
      requestedBy: member.id,
      at: now(),
    });
  });
  if (asked === undefined) return notFound;
  for (const id of asked.replaced)
    background.run('cancel verification', () => queues.cancelVerify(id));
  enqueueVerification(services, asked.verification);
  return { ok: true, verification: presentVerification(asked.verification) };
}

/** Gives up a verification; one that is over stays as it is. */
async function cancel(
  { db, queues, announce, background, now }: Services,
  id: string,
): Promise<Verified> {
  const ended = await endVerification(db, id, { state: 'cancelled', at: now() });
  const found = ended ?? (await findVerification(db, id));
  if (found === undefined) return notFound;
  if (ended !== undefined) {
    background.run('cancel verification', () => queues.cancelVerify(id));
    announce.verificationFinished({ verificationId: id, slug: ended.slug });
  }
  return { ok: true, verification: presentVerification(found) };
}
