import { and, count, desc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '#connection/database.ts';
import { comparedWorkTable, similarPairTable } from './comparedWorkTable.ts';
import { sharedPieces } from './compareWork.ts';

const first = alias(comparedWorkTable, 'first_work');
const second = alias(comparedWorkTable, 'second_work');

/** Whose a work of a pair is. */
const side = (work: typeof first | typeof second) => ({
  id: work.id,
  submissionId: work.submissionId,
  attemptId: work.attemptId,
  known: work.known,
});
const columns = {
  shared: similarPairTable.shared,
  percent: similarPairTable.percent,
  first: side(first),
  second: side(second),
};

function pairs(db: Database) {
  return db
    .select(columns)
    .from(similarPairTable)
    .innerJoin(first, eq(first.id, similarPairTable.firstId))
    .innerJoin(second, eq(second.id, similarPairTable.secondId))
    .$dynamic();
}
export type PairRow = Awaited<ReturnType<typeof pairs>>[number];

/** The pairs of an attempt's works on a challenge, those that share most first. */
export function listPairsOf(db: Database, attemptId: string, challenge: string) {
  return pairs(db)
    .where(
      and(
        eq(first.challenge, challenge),
        or(eq(first.attemptId, attemptId), eq(second.attemptId, attemptId)),
      ),
    )
    .orderBy(desc(similarPairTable.percent), desc(similarPairTable.shared));
}

export async function findPair(
  db: Database,
  firstId: number,
  secondId: number,
): Promise<PairRow | undefined> {
  const [row] = await pairs(db).where(
    and(eq(similarPairTable.firstId, firstId), eq(similarPairTable.secondId, secondId)),
  );
  return row;
}

/** The two attempts of a pair, in one order. */
const lesser = sql<string>`least(${first.attemptId}, ${second.attemptId})`;
const greater = sql<string>`greatest(${first.attemptId}, ${second.attemptId})`;

/** Each two attempts at a challenge that share more than is kept for, with the pair of works that shares most. */
function attemptPairs(db: Database, challenge: string) {
  return db
    .selectDistinctOn([lesser, greater], {
      firstId: similarPairTable.firstId,
      secondId: similarPairTable.secondId,
      percent: similarPairTable.percent,
    })
    .from(similarPairTable)
    .innerJoin(first, eq(first.id, similarPairTable.firstId))
    .innerJoin(second, eq(second.id, similarPairTable.secondId))
    .where(
      and(eq(first.challenge, challenge), isNotNull(first.attemptId), isNotNull(second.attemptId)),
    )
    .orderBy(lesser, greater, desc(similarPairTable.percent), desc(similarPairTable.shared))
    .as('attempt_pairs');
}

/** One page of the pairs of attempts at a challenge, those that share most first; `page` counts from 1. */
export async function listAttemptPairs(
  db: Database,
  challenge: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<PairRow[]> {
  const best = attemptPairs(db, challenge);
  return pairs(db)
    .innerJoin(
      best,
      and(eq(best.firstId, similarPairTable.firstId), eq(best.secondId, similarPairTable.secondId)),
    )
    .orderBy(
      desc(similarPairTable.percent),
      desc(similarPairTable.shared),
      similarPairTable.firstId,
      similarPairTable.secondId,
    )
    .limit(pageSize)
    .offset((page - 1) * pageSize);
}

/** How many pairs of attempts at a challenge share so many percent, of those that share enough to be kept. */
export function countPairs(
  db: Database,
  challenge: string,
): Promise<{ percent: number; pairs: number }[]> {
  const best = attemptPairs(db, challenge);
  return db
    .select({ percent: best.percent, pairs: count() })
    .from(best)
    .groupBy(best.percent)
    .orderBy(best.percent);
}

/** Hashes of a work's pieces that more than `limit` attempts have. */
export async function listFrequentPieces(
  db: Database,
  work: { id: number; challenge: string },
  limit: number,
): Promise<number[]> {
  const { hits, frequent } = sharedPieces(db, work, limit);
  const rows = await db.with(hits, frequent).select({ hash: frequent.hash }).from(frequent);
  return rows.map(({ hash }) => hash);
}
