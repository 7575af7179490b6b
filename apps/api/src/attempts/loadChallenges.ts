import type { ChallengeVersion } from '@assay/contracts/challenge';
import { listOwnRubrics, listPinnedChallenges } from '@assay/db';
import type { Services } from '#services.ts';

/** The versions that an attempt keeps, in order, each with the rubric that its assessment says. */
export async function loadChallenges(
  { db, challenges }: Pick<Services, 'db' | 'challenges'>,
  attemptId: string,
): Promise<ChallengeVersion[]> {
  const pinned = await listPinnedChallenges(db, attemptId);
  const rubrics = await listOwnRubrics(db, attemptId);
  return Promise.all(
    pinned.map(async ({ slug, hash }) => {
      const version = await challenges.get(hash);
      const rubric = rubrics.get(slug);
      return rubric === undefined
        ? version
        : { ...version, manifest: { ...version.manifest, rubric } };
    }),
  );
}
