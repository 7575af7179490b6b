import { findChallenge, listAttemptPairs } from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { countResemblance, listNames, presentPair, presentRates } from './presentPairs.ts';

const pageSize = 25;

export const listSimilarPairsRoute = routes.review.listSimilarPairs
  .use(asStaff)
  .handler(async ({ input: { challenge, page }, context: { services, member } }) => {
    const { db, challenges } = services;
    const found = (await findChallenge(db, challenge)) ?? unwrap<never>(notFound);
    const { manifest } = await challenges.get(found.headHash);
    const pairs = await listAttemptPairs(db, challenge, { page, pageSize });
    const names = await listNames(db, pairs, member);
    const counted = await countResemblance(db, challenge);
    const rates = presentRates(counted);
    return {
      challengeTitle: manifest.title,
      rows: pairs.map((pair) => presentPair(pair, pair.first.id, { names, counted })),
      total: counted.kept.reduce((sum, band) => sum + band.pairs, 0),
      page,
      pageSize,
      attempts: counted.attempts,
      ...(rates && { rates }),
    };
  });
