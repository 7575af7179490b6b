import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const squawk = join(root, 'node_modules/.bin/squawk');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-squawk-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the `migrations` step of `npm run check` on one migration. */
async function check(statements: string): Promise<{ passed: boolean; report: string }> {
  const file = join(folder, '9999_new.sql');
  await writeFile(file, statements);
  return new Promise((resolve) => {
    const args = ['--config', join(root, '.squawk.toml'), '--reporter', 'gcc', file];
    execFile(squawk, args, (error, stdout, stderr) =>
      resolve({ passed: error === null, report: stdout + stderr }),
    );
  });
}

describe('the check of migrations', () => {
  it.each([
    ['a table', 'create table notes (id uuid primary key, text text not null);'],
    ['a column without a value', 'alter table candidates add column nickname text;'],
    ['a column with one', "alter table candidates add column nickname text default '' not null;"],
    [
      'a table with its index and key',
      `create table notes (id uuid primary key, of uuid not null);
       create index notes_of on notes (of);
       alter table notes add constraint notes_of_fk foreign key (of) references candidates (id);`,
    ],
  ])('lets a migration add %s', async (_what, statements) => {
    expect(await check(statements)).toMatchObject({ passed: true });
  });

  it.each([
    ['ban-drop-column', 'alter table candidates drop column name;'],
    ['ban-drop-table', 'drop table candidates;'],
    ['renaming-column', 'alter table candidates rename column name to full_name;'],
    ['renaming-table', 'alter table candidates rename to people;'],
    ['changing-column-type', 'alter table attempts alter column seed set data type bigint;'],
    ['adding-required-field', 'alter table candidates add column nickname text not null;'],
    ['adding-not-nullable-field', 'alter table attempts alter column deadline set not null;'],
    ['ban-drop-not-null', 'alter table candidates alter column name drop not null;'],
    ['require-concurrent-index-creation', 'create index candidates_name on candidates (name);'],
    [
      'disallowed-unique-constraint',
      'alter table candidates add constraint one_name unique (name);',
    ],
  ])('stops one that the release before cannot live with: %s', async (rule, statements) => {
    const { passed, report } = await check(statements);
    expect(report).toContain(rule);
    expect(passed).toBe(false);
    const named = await check(`-- Why it is safe here.\n-- squawk-ignore ${rule}\n${statements}`);
    expect(named.report).not.toContain(rule);
  });
});
