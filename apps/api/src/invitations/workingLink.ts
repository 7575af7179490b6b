import { type InvitationRecord, moveMails, replaceLink } from '@assay/db';
import { DeliverAgain } from '@assay/queue';
import type { Services } from '#services.ts';
import { hashToken } from '#sessions/secretToken.ts';
import { invitationToken } from './invitationToken.ts';

/**
 * The token of the link that works now. Where it cannot be made again, because the secret was changed or the link is
 * older than this way of making them, a new link takes its place, and mails that wait carry that one.
 */
export async function workingLink(
  { db, secret }: Pick<Services, 'db' | 'secret'>,
  { id, attemptId, link, tokenHash }: InvitationRecord['invitation'],
): Promise<string> {
  const token = invitationToken(secret, { id, link });
  if (hashToken(token) === tokenHash) return token;
  const next = { id, link: link + 1 };
  const newToken = invitationToken(secret, next);
  await db.transaction(async (tx) => {
    const isReplaced = await replaceLink(tx, { ...next, tokenHash: hashToken(newToken) });
    if (!isReplaced) throw new DeliverAgain('Somebody made a new link at the same time.');
    await moveMails(tx, { attemptId, from: link, to: next.link });
  });
  return newToken;
}
