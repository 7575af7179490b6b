import { worksIn } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { listPinnedChallenges } from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';

/** The author's solution in one of the challenge's languages beside the starter that it goes on from, as a whole workspace. */
export const getReferenceRoute = routes.review.getReference
  .use(asStaff)
  .handler(
    async ({ input: { attemptId, challenge, language = 'typescript' }, context: { services } }) => {
      const pinned = (await listPinnedChallenges(services.db, attemptId)).find(
        ({ slug }) => slug === challenge,
      );
      if (pinned === undefined) return unwrap<never>(notFound);
      const { starter, solution } = worksIn(await services.challenges.get(pinned.hash), language);
      const files: Files = { ...starter, ...solution };
      return { files };
    },
  );
