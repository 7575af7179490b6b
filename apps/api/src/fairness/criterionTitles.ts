import { findChallenge, listAllOwnRubrics } from '@assay/db';
import type { Services } from '#services.ts';

/** What a challenge and one of its criteria are called; their names where nobody knows any more. */
export type CriterionTitles = (
  challenge: string,
  criterion: string,
) => { challengeTitle: string; criterionTitle: string };

/** The titles of challenges and their criteria, in their newest versions or in an assessment's own rubric. */
export async function loadCriterionTitles(
  { db, challenges }: Pick<Services, 'db' | 'challenges'>,
  slugs: string[],
): Promise<CriterionTitles> {
  const titles = new Map<string, string>();
  const key = (challenge: string, criterion: string) => `${challenge} ${criterion}`;
  for (const { slug, rubric } of await listAllOwnRubrics(db))
    for (const { id, title } of rubric) titles.set(key(slug, id), title);
  for (const slug of new Set(slugs)) {
    const found = await findChallenge(db, slug);
    if (found === undefined) continue;
    const { manifest } = await challenges.get(found.headHash);
    titles.set(slug, manifest.title);
    for (const { id, title } of manifest.rubric) titles.set(key(slug, id), title);
  }
  return (challenge, criterion) => ({
    challengeTitle: titles.get(challenge) ?? challenge,
    criterionTitle: titles.get(key(challenge, criterion)) ?? criterion,
  });
}
