import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openPglite } from '@assay/db';
import { findText, findWords } from './findText.ts';

const word = 'Zebulon "Z" Quandary';
let database: Awaited<ReturnType<typeof openPglite>>;
beforeAll(async () => {
  database = await openPglite('memory://');
  await database.pglite.exec(`
    create schema elsewhere;
    create table kept (id int primary key, "as Text" text, list text[], doc json, bytes bytea, packed bytea, coded text);
    create table elsewhere.kept as select 1 as id, 'nothing' as "as Text";
    insert into kept values (0), (1), (2);`);
});
afterAll(() => database.close());

it.each([
  ['as Text', word],
  ['as Text', `before ${word.toUpperCase()} after`],
  ['list', [word]],
  ['doc', JSON.stringify({ of: { a: [word] } })],
  [
    'doc',
    JSON.stringify({ json: JSON.stringify({ a: 'x zebulon quandary' }) }),
    'Zebulon Quandary',
  ],
  ['bytes', Buffer.from(`\0${word}\0`)],
  ['packed', deflateRawSync(Buffer.from(`pack ${word}`))],
  ['coded', Buffer.from(`ab${word}`).toString('base64')],
  ['coded', Buffer.from(`a${word}c`).toString('base64url')],
  ['coded', Buffer.from(word).toString('hex')],
])('a word is found in %s, however it stands there', async (column, value, wanted = word) => {
  await database.pglite.query(`update kept set "${column}" = $1 where id = 1`, [value]);
  expect([...((await findWords(database.pglite, [wanted])).get(wanted) ?? [])]).toEqual([
    `public.kept.${column}`,
  ]);
  await database.pglite.query(`update kept set "${column}" = null`);
  expect(await findText(database.pglite, wanted)).toEqual([]);
});

it('a word is found in other schemas, in views with rows of their own, and in the planner’s samples', async () => {
  await database.pglite.exec(`
    update elsewhere.kept set "as Text" = 'seldom said';
    create materialized view seen as select "as Text" as word from elsewhere.kept;
    insert into kept values (7, 'sampled'), (8, 'sampled');
    analyze kept;
    delete from kept where id > 6;`);
  const found = await findWords(database.pglite, ['seldom said', 'sampled']);
  expect([...(found.get('seldom said') ?? [])]).toEqual([
    'elsewhere.kept.as Text',
    'public.seen.word',
  ]);
  expect([...(found.get('sampled') ?? [])]).toEqual(['pg_stats.public.kept.as Text']);
});
