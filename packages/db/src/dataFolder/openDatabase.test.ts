import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from './openDatabase.ts';

describe('the database of the data folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-database-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is made whole although an earlier start was cut off', async () => {
    await mkdir(join(folder, 'database.new'));
    await writeFile(join(folder, 'database.new', 'PG_VERSION'), '18\n');
    const database = await openDatabase(folder);
    await database.pglite.exec('CREATE TABLE kept AS SELECT 1 AS one');
    await database.close();
    expect(existsSync(join(folder, 'database.new'))).toBe(false);
  });

  it('is found again with what is in it', async () => {
    const database = await openDatabase(folder);
    expect((await database.pglite.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('is refused in one line when another PostgreSQL wrote it', async () => {
    await writeFile(join(folder, 'database', 'PG_VERSION'), '19\n');
    await expect(openDatabase(folder)).rejects.toThrow(
      /^The database in \S+ is of PostgreSQL 19; this version of Assay has 18\. .*$/,
    );
  });
});
