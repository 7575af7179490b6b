import type { ChallengeVersion } from '@assay/contracts/challenge';
import { type Database, insertChallengeVersion, recordAudit } from '@assay/db';

/** Stores the versions that are new. */
export async function registerChallenges(
  db: Database,
  challenges: ChallengeVersion[],
  at: Date,
): Promise<void> {
  for (const { manifest, statement, starter, solution, judged } of challenges) {
    await db.transaction(async (tx) => {
      const version = { manifest, statement, starter, solution, judged };
      if (!(await insertChallengeVersion(tx, version, at))) return;
      await recordAudit(tx, {
        at,
        actor: 'system',
        action: 'challenge.registered',
        subject: `challenge:${judged.hash}`,
        detail: { slug: judged.slug },
      });
    });
  }
}
