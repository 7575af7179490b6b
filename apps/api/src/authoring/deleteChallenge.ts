import { cameFromFolder, deleteChallenge, findUses, lockChallenge, recordAudit } from '@assay/db';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';

/** Deletes a challenge for good: one that was made here, and that no assessment and no attempt has a version of. */
export const deleteChallengeRoute = routes.author.deleteChallenge
  .use(asStaff)
  .handler(async ({ input: { slug }, context: { services, member } }) => {
    const { db, queues, background, now } = services;
    const waiting = await db.transaction(async (tx) => {
      const known = (await lockChallenge(tx, slug)) ?? unwrap<never>(notFound);
      if (await cameFromFolder(tx, slug)) unwrap(fromFolder);
      const { assessments, attempts, sessions } = await findUses(tx, slug);
      if (assessments.length > 0 || attempts > 0 || sessions > 0) unwrap(inUse);
      await recordAudit(tx, {
        at: now(),
        actor: `staff:${member.id}`,
        action: 'challenge.deleted',
        subject: `challenge:${known.headHash}`,
        detail: { slug },
      });
      return deleteChallenge(tx, slug);
    });
    for (const id of waiting) background.run('cancel verification', () => queues.cancelVerify(id));
  });

const refuse = (why: string): Refusal =>
  refusal('STILL_NEEDED', 409, `${why} Nothing has been deleted. Retire it instead.`);
const fromFolder = refuse(
  "This challenge is in the repository's folder, or was: it would come back, and its history is kept.",
);
const inUse = refuse(
  'An assessment, an attempt or a live session holds a version of this challenge.',
);
