import type { VerifiedJob } from '@assay/contracts/queue';
import { endVerification, recordAudit, useHead } from '@assay/db';
import type { Services } from '#services.ts';

/**
 * Keeps what a verification came to. A newest version that passes is what new invitations get from now on.
 * A second delivery changes nothing, and neither does one after a cancellation.
 */
export async function recordVerified(
  { db, announce, logger, now }: Services,
  { verificationId, report }: VerifiedJob,
): Promise<void> {
  const at = now();
  const isJudgesFault = report.rows.some(({ check }) => check === 'judge');
  const ok = isJudgesFault ? null : report.ok;
  const ended = await db.transaction(async (tx) => {
    const end = { state: 'finished', report, ok, at } as const;
    const verification = await endVerification(tx, verificationId, end);
    if (verification === undefined) return undefined;
    const { slug, hash } = verification;
    const inUse = ok === true && (await useHead(tx, slug, hash));
    await recordAudit(tx, {
      at,
      actor: 'system',
      action: 'challenge.verified',
      subject: `challenge:${hash}`,
      detail: { slug, ok, inUse },
    });
    return verification;
  });
  if (ended === undefined) return;
  if (isJudgesFault) logger.error({ verificationId }, 'A challenge could not be verified');
  announce.verificationFinished({ verificationId, slug: ended.slug });
}
