import type { OfferedChallenge } from '@assay/contracts/http';
import { listChallengesInUse } from '@assay/db';
import type { Services } from '#services.ts';
import { routes } from '#http/routes.ts';

export const listOfferedChallengesRoute = routes.hiring.listOfferedChallenges.handler(
  ({ context: { services } }) => listOfferedChallenges(services),
);

/** The challenges that are in use and not retired, by title. The one to practise on counts for nothing, so nobody is assessed by it. */
async function listOfferedChallenges({
  db,
  challenges,
  practice,
}: Pick<Services, 'db' | 'challenges' | 'practice'>): Promise<OfferedChallenge[]> {
  const inUse = (await listChallengesInUse(db)).filter(
    ({ slug }) => slug !== practice?.judged.slug,
  );
  const offered = await Promise.all(
    inUse.map(async ({ slug, hash }) => {
      const { title, summary, level, minutes, skills, rubric } = (await challenges.get(hash))
        .manifest;
      return { slug, title, summary, level, minutes, skills, rubric };
    }),
  );
  return offered.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}
