import type { AuthoredChallenge, Member } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import {
  insertChallengeVersion,
  isProven,
  lockChallenge,
  recordAudit,
  saveRevision,
} from '@assay/db';
import type { Services } from '#services.ts';
import { versionOf } from '#challenges/versionOf.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { loadAuthored } from './loadAuthored.ts';
import { readSent } from './readSent.ts';

export const saveVersionRoute = routes.author.saveVersion
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    return unwrap(await saveVersion(services, input, member)).challenge;
  });

/** Keeps files as the newest version of a challenge. New invitations get it once it has passed the gate. */
async function saveVersion(
  { db, now }: Services,
  input: { slug: string; files: Files; note: string; basedOn: string },
  member: Member,
): Promise<{ ok: true; challenge: AuthoredChallenge } | Refusal> {
  const { slug, note, basedOn } = input;
  const read = readSent(slug, input.files);
  if (!read.ok) return read;
  const { source, judged } = read.challenge;
  const { hash } = judged;
  const at = now();
  const refused = await db.transaction(async (tx) => {
    const known = await lockChallenge(tx, slug);
    if (known === undefined) return notFound;
    if (hash === known.headHash) return nothingChanged;
    if (basedOn !== known.headHash) return changedMeanwhile;
    const wasUsed = hash === known.currentHash || hash === known.folderHash;
    const inUse = wasUsed || (await isProven(tx, hash));
    await insertChallengeVersion(tx, versionOf(read.challenge), at, source);
    await saveRevision(tx, { slug, hash, authorId: member.id, note, at, inUse });
    await recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: 'challenge.saved',
      subject: `challenge:${hash}`,
      detail: { slug, inUse },
    });
    return undefined;
  });
  if (refused !== undefined) return refused;
  const challenge = await loadAuthored(db, slug, member);
  return challenge === undefined ? notFound : { ok: true, challenge };
}

const nothingChanged = refusal(
  'NOTHING_CHANGED',
  409,
  'These files are the newest version already.',
);
const changedMeanwhile = refusal(
  'CHANGED_MEANWHILE',
  409,
  'Somebody has saved another version meanwhile. Your changes are kept in this browser; compare them in the history.',
);
