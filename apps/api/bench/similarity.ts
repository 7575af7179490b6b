/**
 * How long it takes to compare a new submission with 2,000 of its challenge, and with 200: `npm run -s bench -- similarity`.
 * From the files to the pairs, on an embedded database on disk, as `npm start` has it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadChallenge } from '@assay/challenges';
import { compareWork, type Database, migrate, openPglite, putSubmittedWork } from '@assay/db';
import { fingerprintVersion, SimilarityReader, snippetsOf } from '@assay/similarity';
import { comparisonTerms } from '#similarity/comparisonTerms.ts';

const sizes = [200, 2_000];
const rounds = 9;
/** Of each submission that it is compared with; references of our challenges have 50 to 400. */
const ownPieces = 250;
/** Of those, how many come from what many write, and how many of these there are in all. */
const idioms = { inEach: 50, inAll: 400 };

const folder = await mkdtemp(join(tmpdir(), 'assay-bench-similarity-'));
const { db, pglite, close } = await openPglite(join(folder, 'data'));
const reader = new SimilarityReader();
try {
  await migrate(db);
  // Only works are measured: whose they are does not matter.
  await pglite.exec('set session_replication_role = replica');
  const root = fileURLToPath(new URL('../../../challenges/webhook-receiver', import.meta.url));
  const { solution, starter, statement } = await loadChallenge(root);
  const given = { ...starter, ...snippetsOf(statement) };
  const read = await reader.fingerprint(solution, given);
  if (read === undefined) throw new Error('The reference was not read.');
  console.log(
    `A new submission of ${read.hashes.length} pieces of its own is read, kept and compared.\n`,
  );
  console.log('  submissions       pieces  pairs of it  median     slowest');
  const medians: number[] = [];
  for (const size of sizes) {
    const challenge = `challenge-of-${size}`;
    const pieces = await fill(db, challenge, size, read.hashes);
    await pglite.exec('vacuum analyze');
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const from = performance.now();
      const fresh = await reader.fingerprint(solution, given);
      if (fresh === undefined) throw new Error('The submission was not read.');
      const ids = { submissionId: crypto.randomUUID(), attemptId: await somebody() };
      await db.transaction(async (tx) => {
        const work = { ...ids, challenge, version: fingerprintVersion, ...fresh };
        const id = await putSubmittedWork(tx, work);
        await compareWork(tx, id, comparisonTerms, new Date());
      });
      times.push(performance.now() - from);
    }
    const found = await pglite.query(
      'select 1 from similar_pairs join compared_works on id = second_id where challenge = $1',
      [challenge],
    );
    const sorted = times.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(rounds / 2)] ?? 0;
    medians.push(median);
    console.log(
      String(size).padStart(13),
      String(pieces).padStart(12),
      String(Math.round(found.rows.length / rounds)).padStart(10),
      `${Math.round(median)} ms`.padStart(8),
      `${Math.round(sorted.at(-1) ?? 0)} ms`.padStart(11),
    );
  }
  const [few = 1, many = 1] = medians;
  console.log(`\nTen times as many submissions take ${(many / few).toFixed(1)} times as long.`);
} finally {
  await reader.close();
  await close();
  await rm(folder, { recursive: true, force: true });
}

/** An attempt of a person of their own. */
async function somebody(): Promise<string> {
  const id = crypto.randomUUID();
  await pglite.query(
    `insert into attempts (id, assessment_id, candidate_id, seed, created_at) values ($1, $1, $1, 1, now())`,
    [id],
  );
  return id;
}

/** Submissions of a challenge: pieces of their own, some that many write, and in each tenth a third of the new one's. */
async function fill(
  into: Database,
  challenge: string,
  size: number,
  shared: number[],
): Promise<number> {
  const random = () => Math.floor(Math.random() * 2 ** 25);
  const common = Array.from({ length: idioms.inAll }, random);
  let pieces = 0;
  for (let index = 0; index < size; index += 1) {
    const hashes = new Set([
      ...Array.from({ length: ownPieces - idioms.inEach }, random),
      // Some idioms are in most, and most in some.
      ...Array.from(
        { length: idioms.inEach },
        () => common[Math.floor(idioms.inAll * Math.random() ** 3)] ?? 0,
      ),
      ...(index % 10 === 0 ? shared.filter(() => Math.random() < 1 / 3) : []),
      ...shared.filter(() => Math.random() < 0.03),
    ]);
    pieces += hashes.size;
    const ids = { submissionId: crypto.randomUUID(), attemptId: await somebody() };
    await into.transaction(async (tx) => {
      const work = { hashes: [...hashes], given: 0, unread: 0, version: fingerprintVersion };
      await putSubmittedWork(tx, { ...ids, challenge, ...work });
    });
  }
  return pieces;
}
