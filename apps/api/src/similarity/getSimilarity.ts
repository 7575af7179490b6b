import type { Member, Similarity } from '@assay/contracts/http';
import {
  type ComparedWork,
  findPinnedChallenge,
  listComparedWorks,
  listPairsOf,
  listSubmissions,
  type PairRow,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { comparisonTerms } from './comparisonTerms.ts';
import { countResemblance, listNames, presentPair, presentRates } from './presentPairs.ts';

/** Of one attempt; those that share least are left out. */
const maxPairs = 20;

export const getSimilarityRoute = routes.review.getSimilarity
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    return unwrap(await getSimilarity(services, input, member)).similarity;
  });

async function getSimilarity(
  { db }: Services,
  { attemptId, challenge }: { attemptId: string; challenge: string },
  viewer: Member,
): Promise<{ ok: true; similarity: Similarity } | Refusal> {
  if ((await findPinnedChallenge(db, { attemptId, challenge })) === undefined) return notFound;
  const works = await listComparedWorks(db, attemptId, challenge);
  const newest = works.findLast(({ comparedAt }) => comparedAt !== null);
  const submissions = await listSubmissions(db, attemptId);
  const judged = submissions.filter(
    (one) =>
      one.challenge === challenge &&
      one.suite === 'hidden' &&
      one.state === 'judged' &&
      Object.keys(one.files).length > 0,
  );
  const pairs = closestOfEach(await listPairsOf(db, attemptId, challenge), attemptId);
  const names = await listNames(db, pairs, viewer);
  const counted = await countResemblance(db, challenge);
  const rates = presentRates(counted);
  return {
    ok: true,
    similarity: {
      waiting: judged.length - works.filter(({ comparedAt }) => comparedAt !== null).length,
      ...presentCompared(newest),
      pairs: pairs.flatMap((pair) => {
        const own = pair.first.attemptId === attemptId ? pair.first : pair.second;
        const { left, right, ...rest } = presentPair(pair, own.id, { names, counted });
        if (left.owner.kind !== 'attempt') return [];
        const { submissionId } = left.owner;
        return [{ workId: left.workId, submissionId, other: right, ...rest }];
      }),
      ...(rates && { rates }),
    },
  };
}

/** One pair for each other attempt or known solution. They come in order, those that share most first. */
function closestOfEach(pairs: PairRow[], attemptId: string): PairRow[] {
  const closest = new Map<string, PairRow>();
  for (const pair of pairs) {
    const other = pair.first.attemptId === attemptId ? pair.second : pair.first;
    const key = other.attemptId ?? `known ${other.known}`;
    if (!closest.has(key)) closest.set(key, pair);
  }
  return [...closest.values()].slice(0, maxPairs);
}

function presentCompared(work: ComparedWork | undefined): Pick<Similarity, 'compared'> {
  if (work === undefined || work.submissionId === null || work.comparedAt === null) return {};
  const { submissionId, comparedAt, comparedWith, own, given, frequent, unread } = work;
  return {
    compared: {
      submissionId,
      at: comparedAt.toISOString(),
      with: comparedWith ?? 0,
      own,
      given,
      frequent,
      unread,
      isSmall: own - frequent < comparisonTerms.minPieces,
    },
  };
}
