import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder, openDatabase } from '@assay/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkEmbedded } from './checkEmbedded.ts';

describe('the doctor, of the data folder of npm start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-doctor-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('finds nothing to look at before the first start', async () => {
    expect(await checkEmbedded(folder)).toEqual([]);
  });

  it('tells tables of an older version from those of this one', async () => {
    await (await openDatabase(folder)).close();
    expect(await checkEmbedded(folder)).toMatchObject([{ status: 'ok' }]);
    const { db, close } = await openDatabase(folder);
    await db.execute('delete from drizzle.__drizzle_migrations where id = 1');
    await close();
    expect(await checkEmbedded(folder)).toMatchObject([{ status: 'warning' }]);
  });

  it('leaves the database to a process that has it', async () => {
    const lock = await lockDataFolder(folder);
    expect(await checkEmbedded(folder)).toMatchObject([
      { status: 'ok', says: 'In use by npm start, so it was not opened' },
    ]);
    await lock.release();
  });

  it('says so of a database that cannot be read', async () => {
    const broken = join(folder, 'broken');
    await mkdir(join(broken, 'database'), { recursive: true });
    await writeFile(join(broken, 'database/PG_VERSION'), 'nonsense');
    const [found] = await checkEmbedded(broken);
    expect(found).toMatchObject({ status: 'failed', mend: expect.stringContaining('backup') });
    expect(found?.says).not.toMatch(/\n/);
  });
});
