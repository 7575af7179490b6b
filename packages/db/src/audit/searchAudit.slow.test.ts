import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { keepMigratedDatabase } from '#connection/keepMigratedDatabase.ts';
import { migrate } from '#connection/migrate.ts';
import { openPglite } from '#connection/openPglite.ts';
import { type AuditFilter, auditPage, listAuditDomains, searchAudit } from './searchAudit.ts';

const entries = 100_000;
const start = Date.parse('2026-01-01T00:00:00.000Z');
const at = (entry: number) => new Date(start + entry * 60_000);

let database: Awaited<ReturnType<typeof openPglite>>;
/** 100,000 entries, one a minute, of 200 attempts and 10 members; one in 1,000 tells of a webhook. */
beforeAll(async () => {
  database = await openPglite('memory://', keepMigratedDatabase);
  await migrate(database.db);
  await database.db.execute(sql`
    insert into audit_events (at, actor, action, subject, detail)
    select ${new Date(start).toISOString()}::timestamptz + i * interval '1 minute',
           case when i % 3 = 0 then 'system' else 'staff:m' || i % 10 end,
           case when i % 1000 = 7 then 'webhook.created' else (array['attempt.started', 'review.saved'])[i % 2 + 1] end,
           'attempt:' || md5((i % 200)::text)::uuid,
           case when i % 1000 = 7 then '{"url":"https://ats' || i || '.example/hook"}' else '{}' end::json
      from generate_series(1, ${entries}) i`);
  await database.db.execute(sql`analyze`);
}, 120_000);
afterAll(() => database.close());

type Plan = { 'Node Type': string; 'Actual Rows': number; 'Actual Loops': number; Plans?: Plan[] };

/** The steps by which the database answers a page, and the most rows that any of them gave. */
async function explain(filter: AuditFilter, after?: { at: Date; id: number }) {
  const named = { actors: [], subjects: [] };
  const page = auditPage(database.db, filter, { after, limit: 51, named }).toSQL();
  const { rows } = await database.pglite.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, timing off, format json) ${page.sql}`,
    page.params,
  );
  const steps = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(steps)];
  const all = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => steps(Plan)));
  return {
    steps: all.map((step) => step['Node Type']),
    most: Math.max(...all.map((step) => step['Actual Rows'] * step['Actual Loops'])),
  };
}

describe('the log of actions', () => {
  const cases: [string, AuditFilter, number][] = [
    ['all', {}, 51],
    ['one member', { who: 'm4' }, 51],
    ['the system', { who: 'system' }, 51],
    ['one area', { domain: 'webhook' }, 100],
    ['an area that has none', { domain: 'nothing' }, 1],
    ['one attempt', { subject: 'attempt:c4ca4238-a0b9-2382-0dcc-509a6f75849b' }, 500],
    ['a day long ago', { from: at(100), to: at(1_540) }, 51],
    ['a member in a month', { who: 'm4', from: at(10_000), to: at(50_000) }, 51],
    ['words', { words: 'ats7007 hook' }, 100],
    ['the beginning of a rare word', { words: 'ats99' }, 100],
  ];

  it.each(cases)('reads a page of %s by an index, and not all entries', async (_, filter, most) => {
    const plan = await explain(filter);
    expect(plan.steps).not.toContain('Seq Scan');
    expect(plan.most).toBeLessThanOrEqual(most);
  });

  it('reads a page deep in it as fast as the first', async () => {
    const plan = await explain({}, { at: at(500), id: 500 });
    expect(plan.steps).not.toContain('Seq Scan');
    expect(plan.most).toBeLessThanOrEqual(51);
  });

  it('gives every entry once, newest first, page by page', async () => {
    const filter = { domain: 'webhook' };
    const seen: number[] = [];
    for (let after: { at: Date; id: number } | undefined; ;) {
      const page = await searchAudit(database.db, filter, { after, limit: 30 });
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1);
      if (page.length < 30) break;
    }
    expect(seen).toHaveLength(entries / 1_000);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  it('finds all words of an entry, by their beginnings, whatever stands between them', async () => {
    const find = async (words: string) =>
      (await searchAudit(database.db, { words }, { limit: 5 })).map(({ action }) => action);
    expect(await find('ats7007.example')).toEqual(['webhook.created']);
    expect(await find('HOOK ats7007')).toHaveLength(1);
    expect(await find('ats7007 nothing')).toEqual([]);
    expect(await find("o'clock & (|!")).toEqual([]);
    expect(await find('%')).toHaveLength(5);
  });

  it('knows its areas without reading it', async () => {
    expect(await listAuditDomains(database.db)).toEqual(['attempt', 'review', 'webhook']);
  });
});
