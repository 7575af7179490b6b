import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage } from '@assay/contracts/http';
import { sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { keepMigratedDatabase } from '#connection/keepMigratedDatabase.ts';
import { migrate } from '#connection/migrate.ts';
import { openPglite } from '#connection/openPglite.ts';
import { insertMember } from '#people/members.ts';
import {
  candidatePage,
  type CandidateFilter,
  countSources,
  listCandidates,
} from './listCandidates.ts';

const people = 5_000;
const pageSize = 25;
const at = new Date('2026-01-01T00:00:00.000Z');
const now = new Date('2026-06-01T00:00:00.000Z');
const [first, second, other] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);

let database: Awaited<ReturnType<typeof openPglite>>;
/** 5,000 candidates: of every eight one each is invited, expired, revoked, and so on, and few are at work. */
beforeAll(async () => {
  database = await openPglite('memory://', keepMigratedDatabase);
  const { db } = database;
  await migrate(db);
  const base = { organisation: 'Northwind', minutes: 60, rules: [], recorded: [], at };
  await db.insert(assessmentTable).values(
    [
      { id: first, templateId: first, version: 1, title: 'Backend' },
      { id: second, templateId: first, version: 2, title: 'Backend' },
      { id: other, templateId: other, version: 1, title: 'Data' },
    ].map((row) => ({
      ...base,
      ...row,
      id: row.id ?? '',
      templateId: row.templateId ?? '',
      createdAt: at,
      changedAt: at,
    })),
  );
  const member = await insertMember(db, { name: 'R', email: 'r@x.test', role: 'reviewer', at });
  await db.execute(sql`
    insert into candidates (id, name, email, created_at)
    select md5('c' || i)::uuid, 'Candidate ' || i, 'c' || i || '@x.test', ${at.toISOString()}
      from generate_series(1, ${people}) i`);
  await db.execute(sql`
    insert into attempts (id, assessment_id, candidate_id, seed, state, created_at, started_at, finished_at)
    select md5('a' || i)::uuid,
           (array[${first}, ${second}, ${other}, ${other}, ${other}])[i % 5 + 1]::uuid,
           md5('c' || i)::uuid, 1,
           case when i % 400 = 3 then 'running' else
             (array['invited', 'invited', 'invited', 'withdrawn', 'finished', 'finished', 'graded', 'withdrawn'])[i % 8 + 1]
           end,
           ${at.toISOString()}::timestamptz + i * interval '1 minute',
           case when i % 8 >= 3 then ${at.toISOString()}::timestamptz + i * interval '1 minute' end,
           case when i % 8 between 4 and 6 then ${at.toISOString()}::timestamptz + i * interval '2 minutes' end
      from generate_series(1, ${people}) i`);
  await db.execute(sql`
    insert into invitations (id, attempt_id, token_hash, source, expires_at, revoked_at, created_at)
    select md5('i' || i)::uuid, md5('a' || i)::uuid, i::text,
           (array['referral', 'agency', null])[i % 3 + 1],
           ${now.toISOString()}::timestamptz + case when i % 8 = 1 then -1 else 1 end * interval '1 day',
           case when i % 8 = 2 then ${at.toISOString()}::timestamptz end, ${at.toISOString()}
      from generate_series(1, ${people}) i`);
  await db.execute(sql`
    insert into reviews (id, attempt_id, reviewer_id, created_at, updated_at)
    select md5('r' || i)::uuid, md5('a' || i)::uuid, ${member?.id ?? ''}, ${at.toISOString()}, ${at.toISOString()}
      from generate_series(1, ${people}) i where i % 8 in (5, 6)`);
  // Of the graded ones some were declined first; some of them advanced after all.
  for (const [outcome, rest] of [
    ['decline', [6, 14]],
    ['advance', [14]],
    ['hold', [22]],
  ] as const) {
    await db.execute(sql`
      insert into decisions (attempt_id, reason, member_id, at, outcome)
      select md5('a' || i)::uuid, '', ${member?.id ?? ''}, ${at.toISOString()}, ${outcome}
        from generate_series(1, ${people}) i where i % 40 in ${[...rest]}`);
  }
  await db.execute(sql`analyze`);
}, 120_000);
afterAll(() => database.close());

const list = (filter: CandidateFilter, page = 1) =>
  listCandidates(database.db, { ...filter, page, pageSize }, now);

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
};

/** Every step by which the database answers a page, and how many attempts it looked at. */
async function explain(filter: CandidateFilter) {
  const page = candidatePage(database.db, { ...filter, page: 1, pageSize }, now).toSQL();
  const { rows } = await database.pglite.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, timing off, format json) ${page.sql}`,
    page.params,
  );
  const steps = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(steps)];
  const all = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => steps(Plan)));
  const ofAttempts = all.filter((step) => step['Relation Name'] === 'attempts');
  return {
    ways: ofAttempts.map((step) => step['Index Name'] ?? step['Node Type']),
    lookedAt: ofAttempts.reduce(
      (sum, step) =>
        sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'],
      0,
    ),
  };
}

describe('candidates by where they stand', () => {
  it('puts everybody into one stage', async () => {
    const totals = await Promise.all(
      Stage.options.map(async (stage) => [stage, (await list({ stage })).total] as const),
    );
    const [eighth, fortieth] = [people / 8, people / 40];
    expect(Object.fromEntries(totals)).toEqual({
      invited: eighth,
      started: 13,
      submitted: eighth,
      in_review: eighth,
      reviewed: 2 * fortieth,
      advanced: fortieth,
      on_hold: fortieth,
      declined: fortieth,
      withdrawn: 2 * eighth - 13,
      expired: 2 * eighth,
    });
  });

  it('says of each what the filter by it says', async () => {
    for (const stage of Stage.options) {
      const { rows, total } = await list({ stage });
      expect(rows).toHaveLength(Math.min(total, pageSize));
      expect(new Set(rows.map((row) => row.stage))).toEqual(new Set([stage]));
    }
  });

  it.each(Stage.options)('reads a page of %s by an index, and not all attempts', async (stage) => {
    const { ways, lookedAt } = await explain({ stage });
    expect(ways).not.toContain('Seq Scan');
    expect(lookedAt).toBeLessThanOrEqual((people * 3) / 8);
  });

  it('reads a page of all, of one assessment, or of one source by an index', async () => {
    const ways = async (filter: CandidateFilter) => {
      const { ways: names, lookedAt } = await explain(filter);
      expect(names).not.toContain('Seq Scan');
      return lookedAt;
    };
    expect(await ways({})).toBeLessThanOrEqual(8 * pageSize);
    expect(await ways({ source: 'agency' })).toBeLessThanOrEqual(8 * pageSize);
    expect(await ways({ assessmentId: first })).toBeLessThan(people);
    expect(await ways({ assessmentId: first, stage: 'submitted' })).toBeLessThan(people);
  });

  it('takes every version of an assessment for the assessment', async () => {
    expect((await list({ assessmentId: first })).total).toBe((people * 2) / 5);
    expect((await list({ assessmentId: second })).total).toBe((people * 2) / 5);
  });

  it('finds words in names and addresses, with all their marks taken for themselves', async () => {
    const found = await list({ search: 'C4999@X' });
    expect(found.rows.map((row) => row.candidateName)).toEqual(['Candidate 4999']);
    expect((await list({ search: 'c4_99' })).total).toBe(0);
    expect((await list({ search: 'candidate 1', source: 'none' })).total).toBeGreaterThan(pageSize);
  });

  it('counts what became of each source', async () => {
    const figures = await countSources(database.db, {});
    expect(figures.reduce((sum, { invited }) => sum + invited, 0)).toBe(people);
    expect(new Set(figures.map(({ source }) => source))).toEqual(
      new Set(['agency', 'referral', null]),
    );
    expect(figures.reduce((sum, { advanced }) => sum + advanced, 0)).toBe(people / 40);
    for (const { invited, started, finished } of figures)
      expect([started < invited, finished < started]).toEqual([true, true]);
  });
});
