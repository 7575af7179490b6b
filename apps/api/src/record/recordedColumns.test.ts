import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openPglite } from '@assay/db';
import { recordedKinds } from './recordedKinds.ts';
import { technicalColumns, unrelatedTables } from './technicalColumns.ts';

let database: Awaited<ReturnType<typeof openPglite>>;
beforeAll(async () => {
  database = await openPglite('memory://');
  await migrate(database.db);
});
afterAll(() => database.close());

/** Every column of every table, as `table.column`. */
async function listColumns(): Promise<string[]> {
  const { rows } = await database.pglite.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Tables that lead to a candidate by their keys, over however many others. */
async function listTablesOfCandidates(): Promise<Set<string>> {
  const { rows } = await database.pglite.query<{ from: string; to: string }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to
      from pg_constraint where contype = 'f'`,
  );
  const found = new Set(['candidates', 'attempts']);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { from, to } of rows) if (found.has(to)) found.add(from);
  }
  return found;
}

const shown = recordedKinds.flatMap((kind) => [...kind.shown, ...(kind.withheld ?? [])]);
const listed = [...shown, ...Object.keys(technicalColumns)];

describe('the page of what we recorded', () => {
  it('has every column that says something of a candidate, or a reason why not', async () => {
    const unlisted = (await listColumns()).filter((name) => {
      const [table = ''] = name.split('.');
      return unrelatedTables[table] === undefined && !listed.includes(name);
    });
    // List a new column in `recordedKinds.ts` and show it, or in `technicalColumns.ts` with a reason.
    expect(unlisted).toEqual([]);
  });

  it('calls no table unrelated to candidates that leads to one', async () => {
    const related = await listTablesOfCandidates();
    expect(related.size).toBeGreaterThan(10);
    expect(Object.keys(unrelatedTables).filter((table) => related.has(table))).toEqual([]);
  });

  it('lists each column once, and none that is gone', async () => {
    const columns = await listColumns();
    expect(listed.filter((name) => !columns.includes(name))).toEqual([]);
    expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
    const tables = new Set(columns.map((name) => name.split('.')[0]));
    expect(Object.keys(unrelatedTables).filter((table) => !tables.has(table))).toEqual([]);
  });
});
