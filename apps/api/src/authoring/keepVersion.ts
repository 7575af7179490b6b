import type { Challenge } from '@assay/challenges';
import type { Member } from '@assay/contracts/http';
import {
  type Database,
  findChallengeVersion,
  findOwner,
  insertChallenge,
  insertChallengeVersion,
  isProven,
  lockChallenge,
  recordAudit,
  saveRevision,
} from '@assay/db';
import { versionOf } from '#challenges/versionOf.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';

type Kept = {
  challenge: Challenge;
  note: string;
  member: Member;
  at: Date;
  /** What the audit calls it. */
  action: 'challenge.created' | 'challenge.imported' | 'challenge.saved';
};

/**
 * Keeps the first version of a new challenge. Nobody is asked it before it has passed the gate.
 * The refusal for a name that is taken says by whom.
 */
export async function keepFirst(tx: Database, kept: Kept): Promise<{ ok: true } | Refusal> {
  const { slug, hash } = kept.challenge.judged;
  const known = await lockChallenge(tx, slug);
  if (known !== undefined) return slugTaken(tx, slug, known.headHash);
  const refused = await refuseForeign(tx, slug, hash);
  if (refused !== undefined) return refused;
  await store(tx, kept);
  // Between the look and this somebody may have been faster.
  if (!(await insertChallenge(tx, { slug, hash }))) {
    const other = await lockChallenge(tx, slug);
    return slugTaken(tx, slug, other?.headHash ?? hash);
  }
  await revise(tx, kept, await isProven(tx, hash));
  return { ok: true };
}

/** Keeps files as the newest version of a challenge, unless it has another one than `basedOn` by now. */
export async function keepNext(
  tx: Database,
  basedOn: string,
  kept: Kept,
): Promise<{ ok: true } | Refusal> {
  const { slug, hash } = kept.challenge.judged;
  const known = await lockChallenge(tx, slug);
  if (known === undefined) return notFound;
  if (hash === known.headHash) return nothingChanged;
  if (basedOn !== known.headHash) return changedMeanwhile;
  const refused = await refuseForeign(tx, slug, hash);
  if (refused !== undefined) return refused;
  await store(tx, kept);
  const wasUsed = hash === known.currentHash || hash === known.folderHash;
  await revise(tx, kept, wasUsed || (await isProven(tx, hash)));
  return { ok: true };
}

async function store(tx: Database, { challenge, at }: Kept): Promise<void> {
  await insertChallengeVersion(tx, versionOf(challenge), at, challenge.source);
}

async function revise(tx: Database, kept: Kept, inUse: boolean): Promise<void> {
  const { challenge, note, member, at, action } = kept;
  const { slug, hash } = challenge.judged;
  await saveRevision(tx, { slug, hash, authorId: member.id, note, at, inUse });
  await recordAudit(tx, {
    at,
    actor: `staff:${member.id}`,
    action,
    subject: `challenge:${hash}`,
    detail: { slug, inUse },
  });
}

/** A version is of one challenge: its hash says nothing of a name. */
async function refuseForeign(
  tx: Database,
  slug: string,
  hash: string,
): Promise<Refusal | undefined> {
  const owner = await findOwner(tx, hash);
  if (owner === undefined || owner === slug) return undefined;
  const message = `These files are the challenge ${owner}, letter for letter. Change something, if only the title, or go on with that one.`;
  return refusal('SAME_CONTENT', 409, message);
}

async function slugTaken(tx: Database, slug: string, head: string): Promise<Refusal> {
  const version = await findChallengeVersion(tx, head);
  const title = version?.manifest.title ?? slug;
  return refusal(
    'SLUG_TAKEN',
    409,
    `There is a challenge ${slug} already: “${title}”. Nothing has been changed.`,
    { slug, title, head },
  );
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
