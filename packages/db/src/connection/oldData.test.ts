import { readFile, readdir } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { findDocumentSnapshot } from '#documents/documentSnapshots.ts';
import { listDocumentUpdates } from '#documents/documentUpdates.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './openPglite.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** Of which PostgreSQL cannot read all in JSON: a zero, half a pair, and a backslash that only looks like one. */
const console = [{ level: 'log', text: '\0 \ud800 \\u0000 \\\0' }];
const printedVerdict = {
  status: 'failed',
  tests: [
    { name: 'sums > 👍', suite: 'hidden', status: 'passed', console },
    { name: 'of their own', suite: 'hidden', own: true, status: 'passed', console },
    { name: 'adds', suite: 'public', status: 'passed', console },
    { name: 'subtracts', suite: 'hidden', status: 'failed', console },
  ],
};

it('keeps every update and snapshot of workspaces when their logs become those of documents, and counts what verdicts say', async () => {
  const { db, pglite, close } = await openPglite('memory://');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  for (const name of files.filter((file) => file < '0008'))
    await pglite.exec(await readFile(new URL(name, folder), 'utf8'));
  const attemptId = crypto.randomUUID();
  await pglite.exec(`
    insert into candidates (id, name, email, created_at) values ('${attemptId}', 'Noor', 'noor@assay.test', now());
    insert into assessments (id, title, organisation, minutes, rules, recorded, created_at)
      values ('${attemptId}', 'Backend', 'Northwind', 60, '{}', '{}', now());
    insert into attempts (id, assessment_id, candidate_id, seed, created_at)
      values ('${attemptId}', '${attemptId}', '${attemptId}', 1, now());
    insert into workspace_updates (attempt_id, challenge, seq, at, author, bytes)
      values ('${attemptId}', 'one', 1, now(), 'server', '\\x01'), ('${attemptId}', 'one', 2, now(), 'candidate', '\\x02'),
             ('${attemptId}', 'two', 1, now(), 'server', '\\x03');
    insert into workspace_snapshots (attempt_id, challenge, seq, log_bytes, owners, state)
      values ('${attemptId}', 'one', 1, 1, '{"7":"candidate"}', '\\x04');
    insert into challenge_versions (hash, slug, content, registered_at) values ('hash', 'one', '{}', now());
    insert into attempt_challenges (attempt_id, slug, position, challenge_hash) values ('${attemptId}', 'one', 0, 'hash');
    insert into submissions (id, attempt_id, challenge, challenge_hash, suite, sent_by, seed, files, created_at)
      values ('${attemptId}', '${attemptId}', 'one', 'hash', 'hidden', 'candidate', 1, '{}', now());`);
  await pglite.query(
    `insert into verdicts (submission_id, verdict, status, passed, total, recorded_at) values ($1, $2, 'failed', 1, 2, now())`,
    [attemptId, JSON.stringify(printedVerdict)],
  );
  for (const name of files.filter((file) => file >= '0008'))
    await pglite.exec(await readFile(new URL(name, folder), 'utf8'));

  const bytesOf = async (challenge: string) =>
    (await listDocumentUpdates(db, { attemptId, challenge }, 0)).map(({ bytes }) => [...bytes]);
  expect([await bytesOf('one'), await bytesOf('two')]).toEqual([[[1], [2]], [[3]]]);
  expect(await findDocumentSnapshot(db, { attemptId, challenge: 'one' })).toMatchObject({
    seq: 1,
    owners: { '7': 'candidate' },
  });
  const { rows } = await pglite.query('select outcomes from verdicts');
  const outcomes = [
    { name: 'sums > 👍', status: 'passed' },
    { name: 'subtracts', status: 'failed' },
  ];
  expect(rows).toEqual([{ outcomes }]);
  await db.execute(sql`delete from attempts`);
  expect(await bytesOf('one')).toEqual([]);

  // The same tables as those of a new database, constraint by constraint.
  const fresh = await openPglite('memory://');
  await migrate(fresh.db);
  const constraints = `select conrelid::regclass::text || ' ' || conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and conrelid::regclass::text like 'document%' order by 1`;
  expect((await pglite.query(constraints)).rows).toEqual(
    (await fresh.pglite.query(constraints)).rows,
  );
  await fresh.close();
  await close();
});
