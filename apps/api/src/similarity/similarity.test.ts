import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AttemptRecord,
  CandidateSubmission,
  PairInFull,
  Similarity,
  SimilarPair,
  WorkRhythm,
} from '@assay/contracts/http';
import {
  compareWork,
  findPinnedChallenge,
  insertAttempt,
  insertSubmission,
  listAudit,
  putSubmittedWork,
} from '@assay/db';
import { fingerprintVersion } from '@assay/similarity';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ApiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { base, sampleTests } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';
import { comparisonTerms } from './comparisonTerms.ts';
import { readKnownSolutions } from './knownSolutions.ts';

const fixtures = join(import.meta.dirname, '../../../../packages/similarity/fixtures/gateway');
const fixture = (name: string) => readFile(join(fixtures, name), 'utf8');

let api: TestApi;
let reviewer: ApiClient;
let published: string;
beforeAll(async () => {
  published = await fixture('independent/functional.txt');
  api = await startTestApi({
    knownSolutions: { sample: { 'A post of 2025': { 'src/index.ts': published } } },
  });
  const judging = api.judgeWith(async () => ({
    ...base,
    status: 'failed',
    tests: sampleTests('hidden'),
  }));
  await judging.ready();
  reviewer = await signIn(api, 'reviewer');
});
afterAll(() => api.close());

/** Somebody who has handed in `code` as their work on the challenge `sample`. */
async function handIn(code: string, person: { name?: string; email?: string } = {}) {
  const candidate = await invite(api, { started: true, ...person });
  const { client, path } = candidate;
  await client.put(`${path}/workspaces/sample`, { files: { 'src/index.ts': code } });
  await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'hidden' });
  await client.post(`${path}/finish`);
  await waitFor(async () => {
    const { body } = await client.get(`${path}/submissions`);
    const submissions = z.array(CandidateSubmission).parse(body);
    return submissions.length > 1 && submissions.every(({ state }) => state === 'judged');
  });
  return candidate;
}

const similarityOf = async (attemptId: string, challenge = 'sample') =>
  Similarity.parse(
    (await reviewer.get(`/api/review/attempts/${attemptId}/similarity/${challenge}`)).body,
  );

const countRows = async (table: string) => {
  const { rows } = await api.pglite.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n;
};

describe('submissions that are compared', () => {
  it('tell how usual their share is once there are enough attempts, and then leave out what many write', async () => {
    const everybody = range(1_000, 20);
    const ofTwo = range(2_000, 30);
    const first = await someWork([...everybody, ...ofTwo, ...range(3_000, 10)]);
    await someWork([...everybody, ...ofTwo, ...range(4_000, 10)]);
    for (let index = 0; index < 4; index += 1) {
      await someWork([...everybody, ...range(5_000 + 100 * index, 40)]);
    }
    await api.compareSubmissions();
    const few = await similarityOf(first, 'other');
    expect(few).toMatchObject({ compared: { frequent: 0, with: 5 } });
    expect(few.pairs.map(({ percent }) => percent)).toEqual([83, 33, 33, 33, 33]);
    expect(few).not.toHaveProperty('rates');

    for (let index = 0; index < 7; index += 1) {
      await someWork([...everybody, ...range(6_000 + 100 * index, 40)]);
    }
    await someWork([...everybody, ...range(2_000, 10), ...range(7_000, 30)]);
    await api.compareSubmissions();
    const many = await similarityOf(first, 'other');
    expect(many).toMatchObject({
      compared: { frequent: 20, with: 13 },
      pairs: [
        { percent: 75, shared: 30, closer: 0 },
        { percent: 25, shared: 10, closer: 1 },
      ],
      rates: { attempts: 14, pairs: 91 },
    });
    expect(many.rates?.bands.filter(({ pairs }) => pairs > 0)).toEqual([
      { from: 20, pairs: 2 },
      { from: 70, pairs: 1 },
    ]);
  });

  it('show a disguised copy beside its original, with what they share, and say nothing of independent work', async () => {
    const original = await handIn(await fixture('independent/middleware.txt'), {
      name: 'Ada Original',
    });
    const renamed = (await fixture('independent/middleware.txt')).replaceAll(
      /\b(state|elapsed|buckets|router|response|request)\b/g,
      (name) => `my_${name}`,
    );
    const copy = await handIn(renamed, { name: 'Cy Copy' });
    const alone = await handIn(await fixture('independent/class.txt'));
    expect(await similarityOf(copy.attemptId)).toEqual({ waiting: 1, pairs: [] });

    await api.compareSubmissions();
    expect(await similarityOf(alone.attemptId)).toMatchObject({
      waiting: 0,
      compared: { with: 2, unread: 0, isSmall: false },
      pairs: [],
    });
    const { pairs, rates } = await similarityOf(copy.attemptId);
    expect(rates).toBeUndefined();
    expect(pairs).toMatchObject([
      {
        percent: 100,
        other: {
          owner: {
            kind: 'attempt',
            attemptId: original.attemptId,
            // Whose it is, is nothing for somebody who has not reviewed it.
            candidateName: `Candidate ${original.attemptId.slice(0, 4).toUpperCase()}`,
          },
        },
      },
    ]);
    expect(pairs[0]).not.toHaveProperty('closer');

    const address = `/api/review/similarity/pairs/${pairs[0]?.workId}/${pairs[0]?.other.workId}`;
    const pair = PairInFull.parse((await reviewer.get(address)).body);
    expect(pair.leftFiles['src/index.ts']).toBe(renamed);
    const lines = (pair.parts ?? []).reduce(
      (sum, { left }) => sum + left.to.line - left.from.line,
      0,
    );
    expect(lines).toBeGreaterThan(80);
    for (const { attemptId } of [original, copy]) {
      const actions = (await listAudit(api.db, `attempt:${attemptId}`)).map(({ action }) => action);
      expect(actions).toContain('similarity.opened');
    }
    const listed = await reviewer.get('/api/review/similarity/sample');
    expect(z.object({ rows: z.array(SimilarPair) }).parse(listed.body).rows).toHaveLength(1);

    // Doing it again does nothing: everything was read and compared once.
    const before = await countRows('audit_events');
    await api.compareSubmissions();
    expect(await countRows('audit_events')).toBe(before);

    // The candidate is told how much, and not with whom.
    const record = await copy.client.get(`${copy.path}/record`);
    const { comparisons } = AttemptRecord.parse(record.body);
    expect(comparisons).toMatchObject([
      { challenge: 'sample', comparedWith: 2, pairs: [{ percent: 100 }] },
      { challenge: 'other', own: 0, pairs: [] },
    ]);
    expect(JSON.stringify(record.body)).not.toContain(original.attemptId);
    expect(JSON.stringify(record.body)).not.toContain('Ada Original');

    // Erased, nothing of it is left to compare with, and it is not read again.
    await copy.admin.post(`/api/erasures/${original.attemptId}`);
    expect((await similarityOf(copy.attemptId)).pairs).toEqual([]);
    expect((await reviewer.get(address)).status).toBe(404);
    await api.compareSubmissions();
    const left = await api.pglite.query('select 1 from compared_works where attempt_id = $1', [
      original.attemptId,
    ]);
    expect(left.rows).toEqual([]);
    expect(
      await countRows('fingerprints where work_id not in (select id from compared_works)'),
    ).toBe(0);
  });

  it('are held against known solutions, from a folder by challenge and by name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-known-'));
    await mkdir(join(folder, 'sample/A blog/src'), { recursive: true });
    await writeFile(join(folder, 'sample/A blog/src/index.ts'), published);
    await writeFile(join(folder, 'notes.txt'), 'not a solution');
    expect(await readKnownSolutions(folder)).toEqual({
      sample: { 'A blog': { 'src/index.ts': published } },
    });
    await rm(folder, { recursive: true });

    const taken = await handIn(`// mine\n${published}`);
    await api.compareSubmissions();
    const { pairs } = await similarityOf(taken.attemptId);
    expect(pairs).toMatchObject([
      { percent: 100, other: { owner: { kind: 'known', name: 'A post of 2025' } } },
    ]);
    const address = `/api/review/similarity/pairs/${pairs[0]?.workId}/${pairs[0]?.other.workId}`;
    expect(PairInFull.parse((await reviewer.get(address)).body).rightFiles).toEqual({
      'src/index.ts': published,
    });
  });

  it('of the same person are not held against each other', async () => {
    const email = 'again@candidate.test';
    const code = (await fixture('independent/class.txt')).replaceAll('account', 'purse');
    await handIn(code, { email });
    const second = await handIn(code, { email });
    await api.compareSubmissions();
    const { pairs } = await similarityOf(second.attemptId);
    expect(pairs.map(({ other }) => other.owner)).not.toContainEqual(
      expect.objectContaining({ candidateName: 'Noor Haddad', attemptId: second.attemptId }),
    );
    expect(pairs).toHaveLength(1);
  });

  it('with fewer pieces than say anything are called small', async () => {
    const { attemptId } = await handIn('export const add = (a, b) => a + b;');
    await api.compareSubmissions();
    expect(await similarityOf(attemptId)).toMatchObject({ compared: { isSmall: true }, pairs: [] });
  });

  it('stand beside how they were written, with how usual that is among the finished attempts', async () => {
    const candidate = await invite(api, { started: true });
    const { client, path, attemptId } = candidate;
    const at = (kind: 'left' | 'returned', agoMs: number) => ({
      id: crypto.randomUUID(),
      kind,
      agoMs,
    });
    const pasted = { kind: 'pasted', agoMs: 0, challenge: 'sample', path: 'src/index.ts' } as const;
    const events = [
      at('left', 9_000),
      at('returned', 8_000),
      { ...pasted, id: crypto.randomUUID(), length: 500, fromHere: false, agoMs: 1_000 },
      { ...pasted, id: crypto.randomUUID(), length: 200, fromHere: true },
    ];
    await client.post(`${path}/activity`, { events });
    await client.post(`${path}/finish`);
    const address = `/api/review/attempts/${attemptId}/rhythm/sample`;
    const rhythm = WorkRhythm.parse((await reviewer.get(address)).body);
    expect(rhythm).toMatchObject({ minutes: [], away: [{ until: expect.any(String) }] });
    expect(rhythm.insertions.map(({ length, origin }) => [length, origin])).toEqual([
      [500, 'elsewhere'],
      [200, 'here'],
    ]);
    expect(rhythm).not.toHaveProperty('usual');
    for (let others = 0; others < 3; others += 1) {
      const other = await invite(api, { started: true });
      await other.client.post(`${other.path}/finish`);
    }
    // Nobody of the others left the page or pasted.
    const { usual } = WorkRhythm.parse((await reviewer.get(address)).body);
    expect(usual).toEqual({
      others: expect.any(Number),
      leavings: { own: 1, more: 0, median: 0 },
      pasted: { own: 500, more: 0, median: 0 },
    });
    const interviewer = await signIn(api, 'interviewer');
    expect((await interviewer.get(address)).status).toBe(403);
  });

  it('are for those who grade', async () => {
    const interviewer = await signIn(api, 'interviewer');
    expect((await interviewer.get('/api/review/similarity/sample')).status).toBe(403);
    expect((await reviewer.get('/api/review/similarity/unknown')).status).toBe(404);
  });

  it('are found by the pieces that they share, however many others there are', async () => {
    /** The first two share all of their pieces, the others none. */
    const keepWorks = async (challenge: string, others: number) => {
      const { rows } = await api.pglite.query<{ id: number }>(
        `insert into compared_works (challenge, known, version)
          select $1, 'work ' || n, -1 from generate_series(1, $2) n returning id`,
        [challenge, others + 2],
      );
      const first = rows[0]?.id ?? 0;
      await api.pglite.query(
        `insert into fingerprints (challenge, hash, work_id)
          select challenge, case when id < $2 + 2 then n else 100 * id + n end, id
          from compared_works, generate_series(1, 30) n where challenge = $1`,
        [challenge, first],
      );
      return first;
    };
    const counts = [];
    for (const others of [200, 800]) {
      const id = await keepWorks(`of ${others}`, others);
      await api.pglite.exec('vacuum analyze fingerprints');
      const before = await countReads();
      await api.db.transaction((tx) => compareWork(tx, id, comparisonTerms, new Date()));
      const after = await countReads();
      counts.push({ whole: after.whole - before.whole, found: after.found - before.found });
    }
    expect(counts[0]?.whole).toBe(0);
    expect(counts[0]?.found).toBeGreaterThan(30);
    expect(counts[1]).toEqual(counts[0]);
  });
});

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

/** Rows of fingerprints that were read so far: by going through the table, and by its indexes. */
async function countReads(): Promise<{ whole: number; found: number }> {
  await api.pglite.query('select pg_stat_force_next_flush()');
  const { rows } = await api.pglite.query<{ whole: number; found: number }>(
    `select seq_tup_read::int as whole, sum(i.idx_tup_read)::int as found
      from pg_stat_user_tables t join pg_stat_user_indexes i using (relid)
      where t.relname = 'fingerprints' group by seq_tup_read`,
  );
  return rows[0] ?? { whole: -1, found: -1 };
}

/** A work of these pieces on the challenge `other`, by somebody who has done nothing else; answers their attempt. */
async function someWork(hashes: number[]): Promise<string> {
  const { db, assessmentId } = api;
  const at = new Date();
  const candidateEmail = `${crypto.randomUUID()}@candidate.test`;
  const person = { candidateName: 'Somebody', candidateEmail, seed: 1, at };
  const attempt = await insertAttempt(db, { assessmentId, ...person });
  const attemptId = attempt?.id ?? '';
  const pinned = await findPinnedChallenge(db, { attemptId, challenge: 'other' });
  const submission = await insertSubmission(db, {
    attemptId,
    challenge: 'other',
    challengeHash: pinned?.hash ?? '',
    suite: 'hidden',
    sentBy: 'candidate',
    atEnd: true,
    seed: 1,
    files: {},
    createdAt: at,
  });
  const submissionId = submission?.id ?? '';
  const read = { version: fingerprintVersion, hashes, given: 0, unread: 0 };
  await putSubmittedWork(db, { submissionId, attemptId, challenge: 'other', ...read });
  return attemptId;
}
