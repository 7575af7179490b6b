import { asc, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import type { HiddenOutcome } from '#submissions/hiddenOutcomes.ts';
import { countingWorks, type Measured } from './measuredWorks.ts';

/** What the works that count did at one hidden test. */
export type TestCounts = {
  name: string;
  /** Works whose run came to the test. */
  reached: number;
  passed: number;
  timedOut: number;
  /** Works whose run came to its end, with which `correlation` is computed. */
  complete: number;
  /** Of passing this test with the share of the other hidden tests that pass; null where either is always the same. */
  correlation: number | null;
};

/** What the works that count did at each hidden test of a challenge. Tests that were skipped are left out. */
export async function countTests(db: Database, measured: Measured): Promise<TestCounts[]> {
  const works = countingWorks(db, measured).as('works');
  const items = db
    .select({
      attemptId: works.attemptId,
      isComplete: sql<boolean>`${works.status} in ('passed', 'failed')`.as('is_complete'),
      outcome: sql<HiddenOutcome>`jsonb_array_elements(${works.outcomes})`.as('outcome'),
    })
    .from(works)
    .as('items');
  const passes = sql`(${items.outcome} ->> 'status' = 'passed')::int`;
  const ofWork = sql`over (partition by ${items.attemptId})`;
  const scored = db
    .select({
      name: sql<string>`${items.outcome} ->> 'name'`.as('name'),
      isComplete: items.isComplete,
      passes: sql<number>`${passes}`.as('passes'),
      timedOut: sql<number>`(${items.outcome} ->> 'status' = 'timed_out')::int`.as('timed_out'),
      others:
        sql<number>`(sum(${passes}) ${ofWork} - ${passes})::float8 / nullif(count(*) ${ofWork} - 1, 0)`.as(
          'others',
        ),
    })
    .from(items)
    .where(sql`${items.outcome} ->> 'status' <> 'skipped'`)
    .as('scored');
  return db
    .select({
      name: scored.name,
      reached: sql<number>`count(*)::int`,
      passed: sql<number>`sum(${scored.passes})::int`,
      timedOut: sql<number>`sum(${scored.timedOut})::int`,
      complete: sql<number>`(count(*) filter (where ${scored.isComplete}))::int`,
      correlation: sql<
        number | null
      >`corr(${scored.passes}, ${scored.others}) filter (where ${scored.isComplete})`,
    })
    .from(scored)
    .groupBy(scored.name)
    .orderBy(asc(scored.name));
}
