import type { BaseRates, Member, SimilarPair, WorkOwner } from '@assay/contracts/http';
import {
  countComparable,
  countPairs,
  type Database,
  findInReviewQueue,
  type PairRow,
} from '@assay/db';
import { presentAttemptRows } from '#reviews/presentAttemptRows.ts';
import { viewOf } from '#reviews/reviewSight.ts';
import { comparisonTerms, minRatedAttempts } from './comparisonTerms.ts';

/** Attempts at a challenge that are compared, and how many pairs of them share how many percent. */
type Counted = { attempts: number; kept: Awaited<ReturnType<typeof countPairs>> };
type Side = PairRow['first'];

/** How much the attempts at a challenge have in common. */
export async function countResemblance(db: Database, challenge: string): Promise<Counted> {
  return {
    attempts: await countComparable(db, challenge, comparisonTerms.minPieces),
    kept: await countPairs(db, challenge),
  };
}

/** Names that reviews may show of the attempts in pairs, by attempt. */
export async function listNames(
  db: Database,
  pairs: PairRow[],
  viewer: Member,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    pairs
      .flatMap(({ first, second }) => [first.attemptId, second.attemptId])
      .filter((id) => id !== null),
  );
  const found = await Promise.all(
    [...ids].map((id) => findInReviewQueue(db, id, viewOf(viewer, new Date()))),
  );
  const rows = await presentAttemptRows(
    db,
    found.filter((one) => one !== undefined),
    viewer,
  );
  return new Map(rows.map(({ id, candidateName }) => [id, candidateName]));
}

/** A pair seen from one of its two works. */
export function presentPair(
  { first, second, shared, percent }: PairRow,
  leftId: number,
  { names, counted }: { names: ReadonlyMap<string, string>; counted: Counted },
): SimilarPair {
  const [left, right] = first.id === leftId ? [first, second] : [second, first];
  const side = (work: Side) => ({ workId: work.id, owner: presentOwner(work, names) });
  return {
    left: side(left),
    right: side(right),
    shared,
    percent,
    ...(isRated(counted) && { closer: countCloser(counted, percent) }),
  };
}

function presentOwner(
  { attemptId, submissionId, known }: Side,
  names: ReadonlyMap<string, string>,
): WorkOwner {
  if (attemptId === null || submissionId === null) return { kind: 'known', name: known ?? '' };
  const candidateName = names.get(attemptId) ?? 'Somebody';
  return { kind: 'attempt', attemptId, candidateName, submissionId };
}

/** With few attempts, how many pairs share more says nothing. */
const isRated = ({ attempts }: Counted): boolean => attempts >= minRatedAttempts;

function countCloser({ kept }: Counted, percent: number): number {
  return kept.reduce((sum, band) => sum + (band.percent > percent ? band.pairs : 0), 0);
}

/** Percent. */
const bandWidth = 10;

/** How much pairs share; `undefined` where there are too few attempts to say. */
export function presentRates(counted: Counted): BaseRates | undefined {
  if (!isRated(counted)) return undefined;
  const { attempts, kept } = counted;
  const froms = Array.from({ length: 9 }, (_, index) => (index + 1) * bandWidth);
  return {
    attempts,
    pairs: (attempts * (attempts - 1)) / 2,
    bands: froms.map((from) => ({
      from,
      pairs: kept.reduce((sum, { percent, pairs }) => {
        const isIn = Math.min(Math.floor(percent / bandWidth) * bandWidth, 90) === from;
        return isIn ? sum + pairs : sum;
      }, 0),
    })),
  };
}
