import type { Member, PairInFull } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import {
  findComparedWork,
  findJudged,
  findPair,
  frequentAbove,
  listFrequentPieces,
  type PairRow,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { comparisonTerms } from './comparisonTerms.ts';
import { givenOf } from './givenOf.ts';
import { countResemblance, listNames, presentPair, presentRates } from './presentPairs.ts';

export const getSimilarPairRoute = routes.review.getSimilarPair
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    return unwrap(await getSimilarPair(services, input, member)).pair;
  });

type Asked = { leftId: number; rightId: number };

/** Two works with what they share. Who looked at it is in the log of both attempts. */
async function getSimilarPair(
  services: Services,
  { leftId, rightId }: Asked,
  viewer: Member,
): Promise<{ ok: true; pair: PairInFull } | Refusal> {
  const { db, challenges, comparer } = services;
  const found = await findPair(db, Math.min(leftId, rightId), Math.max(leftId, rightId));
  const left = await loadWork(services, leftId);
  const right = await loadWork(services, rightId);
  if (found === undefined || left === undefined || right === undefined) return notFound;
  const hash = left.challengeHash ?? right.challengeHash;
  if (hash === undefined) return notFound;
  const { judged, manifest } = await challenges.get(hash);
  const given = {
    ...(await givenOf(services, hash)),
    ...(right.challengeHash && (await givenOf(services, right.challengeHash))),
  };
  const counted = await countResemblance(db, judged.slug);
  const isKnown = found.first.known !== null || found.second.known !== null;
  const frequent = isKnown
    ? []
    : await listFrequentPieces(
        db,
        { id: leftId, challenge: judged.slug },
        frequentAbove(counted.attempts, comparisonTerms),
      );
  const parts = await comparer.reader.markShared(
    { left: left.files, right: right.files, given },
    frequent,
  );
  await recordLook(services, found, viewer);
  const names = await listNames(db, [found], viewer);
  const rates = presentRates(counted);
  return {
    ok: true,
    pair: {
      ...presentPair(found, leftId, { names, counted }),
      challenge: judged.slug,
      challengeTitle: manifest.title,
      leftFiles: left.files,
      rightFiles: right.files,
      ...(parts && { parts }),
      ...(rates && { rates }),
    },
  };
}

async function loadWork(
  { db }: Services,
  id: number,
): Promise<{ files: Files; challengeHash?: string } | undefined> {
  const work = await findComparedWork(db, id);
  if (work === undefined) return undefined;
  if (work.submissionId === null) return { files: work.knownFiles ?? {} };
  return findJudged(db, work.submissionId);
}

async function recordLook(
  { db, now }: Services,
  { first, second }: PairRow,
  viewer: Member,
): Promise<void> {
  for (const { attemptId } of [first, second]) {
    if (attemptId === null) continue;
    await recordAudit(db, {
      at: now(),
      actor: `staff:${viewer.id}`,
      action: 'similarity.opened',
      subject: `attempt:${attemptId}`,
    });
  }
}
