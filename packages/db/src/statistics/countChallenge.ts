import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { attemptChallengeTable, attemptTable } from '#attempts/attemptTable.ts';
import { timeCreditTable } from '#clock/timeCreditTable.ts';
import type { Database } from '#connection/database.ts';
import { countingWorks, isPinned, type Measured } from './measuredWorks.ts';

/** What attempts that have ended did at a challenge. */
export type ChallengeCounts = {
  /** Attempts that have ended and had it. */
  ended: number;
  /** Of them, those who never opened it, and those whose clock ended it with hidden tests still failing. */
  unfinished: number;
  /** Of them, those whose work was judged. */
  judged: number;
  /** Of these, those with which every hidden test passes. */
  solved: number;
  /** Attempts with which another challenge was judged, too. */
  compared: number;
  /** Of the share of tests that pass here with the share in the attempt's other challenges. */
  correlation: number | null;
};

export async function countChallenge(db: Database, measured: Measured): Promise<ChallengeCounts> {
  const works = countingWorks(db, measured).as('works');
  const others = db.$with('all_works').as(countingWorks(db));
  const elsewhere = db
    .with(others)
    .select({
      attemptId: others.attemptId,
      share: sql<number>`avg(${others.passed}::float8 / nullif(${others.total}, 0))`.as('share'),
    })
    .from(others)
    .where(sql`${others.challenge} <> ${measured.slug}`)
    .groupBy(others.attemptId)
    .as('elsewhere');
  const solved = sql`coalesce(${works.status} = 'passed', false)`;
  const neverOpened = and(
    isNotNull(attemptChallengeTable.minutes),
    isNull(attemptChallengeTable.startedAt),
  );
  const ranOut = sql`coalesce(${attemptChallengeTable.finishedAt}, ${attemptTable.finishedAt}) >= coalesce(${attemptChallengeTable.deadline}, ${attemptTable.deadline})`;
  const here = sql`${works.passed}::float8 / nullif(${works.total}, 0)`;
  const [row] = await db
    .select({
      ended: sql<number>`count(*)::int`,
      unfinished: sql<number>`(count(*) filter (where ${neverOpened} or (${ranOut} and not ${solved})))::int`,
      judged: sql<number>`count(${works.attemptId})::int`,
      solved: sql<number>`(count(*) filter (where ${solved}))::int`,
      compared: sql<number>`(count(*) filter (where ${here} is not null and ${elsewhere.share} is not null))::int`,
      correlation: sql<number | null>`corr(${here}, ${elsewhere.share})`,
    })
    .from(attemptChallengeTable)
    .innerJoin(attemptTable, eq(attemptTable.id, attemptChallengeTable.attemptId))
    .leftJoin(works, eq(works.attemptId, attemptTable.id))
    .leftJoin(elsewhere, eq(elsewhere.attemptId, attemptTable.id))
    .where(isPinned(measured));
  return row ?? { ended: 0, unfinished: 0, judged: 0, solved: 0, compared: 0, correlation: null };
}

/** How long attempts had a challenge's clock running, ms; null of none. */
export type TimeUsed = { timed: number; quartiles: [number, number, number] | null };

/**
 * The time that a challenge took of those whose clock was its alone: it had one of its own, or was the only
 * challenge. Stretches that were given back because of us do not count, and whoever had more time than others
 * counts as if everybody had the same.
 */
export async function measureTime(db: Database, measured: Measured): Promise<TimeUsed> {
  const hasOwnClock = sql`${attemptChallengeTable.minutes} is not null`;
  const startedAt = sql`case when ${hasOwnClock} then ${attemptChallengeTable.startedAt} else ${attemptTable.startedAt} end`;
  const finishedAt = sql`case when ${hasOwnClock} then ${attemptChallengeTable.finishedAt} else ${attemptTable.finishedAt} end`;
  const stood = sql`coalesce((
    select sum(extract(epoch from upper(stretch) - lower(stretch))) from (
      select unnest(range_agg(tstzrange(${timeCreditTable.fromAt}, ${timeCreditTable.toAt}) * tstzrange(${startedAt}, ${finishedAt}))) as stretch
      from ${timeCreditTable}
      where ${timeCreditTable.attemptId} = ${attemptTable.id} and ${timeCreditTable.toAt} > ${timeCreditTable.fromAt}
    ) stretches where not isempty(stretch)), 0)`;
  const used = sql<number>`(extract(epoch from (${finishedAt}) - (${startedAt})) - ${stood})::float8 * 1000 * 100 / ${attemptTable.timePercent}`;
  const isAlone = sql`(select count(*) from ${attemptChallengeTable} every_one where every_one.attempt_id = ${attemptTable.id}) = 1`;
  const times = db
    .select({ used: used.as('used') })
    .from(attemptChallengeTable)
    .innerJoin(attemptTable, eq(attemptTable.id, attemptChallengeTable.attemptId))
    .where(
      and(
        isPinned(measured),
        sql`(${hasOwnClock} or ${isAlone})`,
        sql`(${finishedAt}) > (${startedAt})`,
      ),
    )
    .as('times');
  const [row] = await db
    .select({
      timed: sql<number>`count(*)::int`,
      quartiles: sql<
        [number, number, number] | null
      >`percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${times.used})`,
    })
    .from(times);
  return row ?? { timed: 0, quartiles: null };
}
