import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { embedPostgres } from './embedPostgres.ts';
import { keepEmptyDatabase } from './keepEmptyDatabase.ts';

it('starts empty each time, whatever was done to the one before', async () => {
  for (let round = 0; round < 2; round += 1) {
    const postgres = await embedPostgres();
    await postgres.exec('CREATE TABLE notes (id int); INSERT INTO notes VALUES (1)');
    expect((await postgres.query('SELECT * FROM notes')).rows).toEqual([{ id: 1 }]);
    await postgres.close();
  }
});

it('keeps what is written in a folder, and finds it again', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'assay-pglite-'));
  const first = await embedPostgres(join(parent, 'data'));
  await first.exec('CREATE TABLE notes (id int); INSERT INTO notes VALUES (7)');
  await first.close();
  const second = await embedPostgres(join(parent, 'data'));
  expect((await second.query('SELECT * FROM notes')).rows).toEqual([{ id: 7 }]);
  await second.close();
  await rm(parent, { recursive: true });
});

it('makes the empty database once', async () => {
  const before = await stat(await keepEmptyDatabase());
  expect(await stat(await keepEmptyDatabase())).toEqual(before);
});
