import {
  type Database,
  forgetOtherFolders,
  insertChallengeVersion,
  keepFolderVersion,
  recordAudit,
} from '@assay/db';
import type { LoadedChallenge } from '#createApi.ts';
import { versionOf } from './versionOf.ts';

/** Stores what the repository's folders hold now. What authors have saved since stays in front of it. */
export async function registerChallenges(
  db: Database,
  challenges: LoadedChallenge[],
  at: Date,
): Promise<void> {
  for (const challenge of challenges) {
    const { slug, hash } = challenge.judged;
    await db.transaction(async (tx) => {
      await insertChallengeVersion(tx, versionOf(challenge), at, challenge.source);
      if (!(await keepFolderVersion(tx, { slug, hash, at }))) return;
      await recordAudit(tx, {
        at,
        actor: 'system',
        action: 'challenge.registered',
        subject: `challenge:${hash}`,
        detail: { slug },
      });
    });
  }
  await forgetOtherFolders(
    db,
    challenges.map(({ judged }) => judged.slug),
  );
}
