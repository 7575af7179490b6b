import { and, count, countDistinct, eq, gte, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { comparedWorkTable, fingerprintTable, similarPairTable } from './comparedWorkTable.ts';
import { type ComparedWork, findComparedWork } from './comparedWorks.ts';

/** From when on a piece is too frequent to say anything, and two works share enough to be kept as a pair. */
export type ComparisonTerms = {
  /** From so many attempts on; with fewer nobody can say what everybody writes. */
  frequentFrom: number;
  /** A piece that a larger share of attempts has says nothing, percent. */
  frequentPercent: number;
  /** Works with fewer pieces than this are not compared: a few lines look like other few lines. */
  minPieces: number;
  /** Pairs below are not kept, percent. */
  minPercent: number;
};

/** In how many of `attempts` a piece may be and still say something. */
export function frequentAbove(attempts: number, terms: ComparisonTerms): number {
  const { frequentFrom, frequentPercent } = terms;
  return attempts < frequentFrom ? attempts : Math.floor((attempts * frequentPercent) / 100);
}

/** Of one work, those that share most. Counters a solution that thousands hand in: a statement takes so many rows. */
const maxPairs = 5_000;

/** Any number; keeps two from comparing works of one challenge at the same time. */
const comparisonLock = 7_301_154;

/**
 * Compares a work with all others of its challenge by the pieces that they share, and keeps the pairs that share much,
 * in the place of those it had; answers the work, unless it is gone. Of other works' pieces it reads those alone that
 * are the work's own, however many works there are.
 */
export async function compareWork(
  tx: Database,
  id: number,
  terms: ComparisonTerms,
  at: Date,
): Promise<ComparedWork | undefined> {
  const found = await findComparedWork(tx, id);
  if (found === undefined) return undefined;
  const lock = sql`select pg_advisory_xact_lock(${comparisonLock}, hashtext(${found.challenge}))`;
  await tx.execute(lock);
  const attempts = await countComparable(tx, found.challenge, terms.minPieces);
  const limit = frequentAbove(attempts, terms);
  const { frequent, others } = await countShared(tx, found, limit);
  const pairs = others.flatMap((other) => {
    // A known solution that many took would otherwise hide itself.
    const isKnown = other.isKnown || found.known !== null;
    const shared = isKnown ? other.shared : other.rare;
    const smaller = isKnown
      ? Math.min(found.own, other.own)
      : Math.min(found.own - frequent, other.own - other.frequent);
    const percent = Math.min(100, Math.round((100 * shared) / smaller));
    if (smaller < terms.minPieces || percent < terms.minPercent) return [];
    return [{ firstId: Math.min(id, other.id), secondId: Math.max(id, other.id), shared, percent }];
  });
  await tx
    .delete(similarPairTable)
    .where(or(eq(similarPairTable.firstId, id), eq(similarPairTable.secondId, id)));
  const closest = pairs.toSorted((a, b) => b.percent - a.percent).slice(0, maxPairs);
  if (closest.length > 0) await tx.insert(similarPairTable).values(closest);
  const isCounted = found.attemptId !== null && found.own >= terms.minPieces;
  const [compared] = await tx
    .update(comparedWorkTable)
    .set({ frequent, comparedAt: at, comparedWith: isCounted ? attempts - 1 : attempts })
    .where(eq(comparedWorkTable.id, id))
    .returning();
  return compared;
}

/** How many attempts have works on a challenge that are large enough to be compared. */
export async function countComparable(
  db: Database,
  challenge: string,
  minPieces: number,
): Promise<number> {
  const { attemptId, own } = comparedWorkTable;
  const [row] = await db
    .select({ attempts: countDistinct(attemptId) })
    .from(comparedWorkTable)
    .where(and(eq(comparedWorkTable.challenge, challenge), gte(own, minPieces)));
  return row?.attempts ?? 0;
}

type Compared = { id: number; challenge: string; known: string | null };

/** What each other work shares with one, and what of it no more than `limit` attempts have. */
async function countShared(tx: Database, { id, challenge, known }: Compared, limit: number) {
  const { hits, frequent } = sharedPieces(tx, { id, challenge }, limit);
  const other = comparedWorkTable;
  const others = await tx
    .with(hits, frequent)
    .select({
      id: hits.workId,
      isKnown: sql<boolean>`${other.known} is not null`,
      own: other.own,
      frequent: other.frequent,
      shared: count(),
      rare: sql<number>`(count(*) filter (where ${frequent.hash} is null))::int`,
      /** Of the first work's pieces; the same in each row. */
      frequentHere: sql<number>`(select count(*) from ${frequent})::int`,
    })
    .from(hits)
    .innerJoin(other, eq(other.id, hits.workId))
    .leftJoin(frequent, eq(frequent.hash, hits.hash))
    // The same person's other attempts look like theirs; known solutions are not compared with each other.
    .where(known === null ? eq(hits.isOthers, true) : isNull(other.known))
    .groupBy(hits.workId, other.known, other.own, other.frequent);
  return { frequent: others[0]?.frequentHere ?? 0, others };
}

/**
 * As parts of a query: where the pieces of a work are in others, and which of them more than `limit` attempts have.
 * Found by the pieces' hashes in the primary key, so that works that share none are not looked at.
 */
export function sharedPieces(
  db: Database,
  { id, challenge }: { id: number; challenge: string },
  limit: number,
) {
  const own = alias(fingerprintTable, 'own_pieces');
  const other = alias(comparedWorkTable, 'other_work');
  const theirs = alias(attemptTable, 'their_attempt');
  const ours = db
    .select({ candidateId: attemptTable.candidateId })
    .from(comparedWorkTable)
    .innerJoin(attemptTable, eq(attemptTable.id, comparedWorkTable.attemptId))
    .where(eq(comparedWorkTable.id, id));
  const hits = db.$with('hits').as(
    db
      .select({
        hash: fingerprintTable.hash,
        workId: fingerprintTable.workId,
        attemptId: other.attemptId,
        isOthers: sql<boolean>`${theirs.candidateId} is distinct from (${ours})`.as('is_others'),
      })
      .from(own)
      .innerJoin(
        fingerprintTable,
        and(
          eq(fingerprintTable.challenge, challenge),
          eq(fingerprintTable.hash, own.hash),
          ne(fingerprintTable.workId, id),
        ),
      )
      .innerJoin(other, eq(other.id, fingerprintTable.workId))
      .leftJoin(theirs, eq(theirs.id, other.attemptId))
      .where(eq(own.workId, id)),
  );
  const frequent = db.$with('frequent').as(
    db
      .select({ hash: hits.hash })
      .from(hits)
      .groupBy(hits.hash)
      .having(sql`count(distinct ${hits.attemptId}) > ${limit}`),
  );
  return { hits, frequent };
}
