import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttemptRow, ReviewedAttempt } from '@assay/contracts/http';
import { z } from 'zod';
import type { ApiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { base, sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
let reviewer: ApiClient;
let close: () => Promise<void>;
beforeAll(async () => {
  api = await startTestApi();
  reviewer = await signIn(api, 'reviewer');
  const judging = api.judgeWith(async (job) =>
    job.files['src/index.ts'] === 'unlucky'
      ? { ...base, status: 'sandbox_error', errorId: 'abc', message: 'the runner died' }
      : sampleVerdict(job),
  );
  close = () => judging.close();
});
afterAll(async () => {
  await close();
  await api.close();
});

const List = z.object({
  rows: z.array(AttemptRow),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
const list = async (client: ApiClient, query = '') =>
  List.parse((await client.get(`/api/review/attempts${query}`)).body);
const detail = async (client: ApiClient, id: string) =>
  ReviewedAttempt.parse((await client.get(`/api/review/attempts/${id}`)).body);

const scores = ['sample', 'other'].flatMap((challenge) =>
  ['correctness', 'clarity'].map((criterion) => ({
    challenge,
    criterion,
    score: 4,
    note: 'Reads well.',
  })),
);

async function finished() {
  const candidate = await invite(api, { started: true });
  await candidate.client.post(`${candidate.path}/finish`);
  await waitFor(async () => {
    const { challenges } = await detail(reviewer, candidate.attemptId);
    return challenges.every(({ submissions }) => submissions[0]?.state === 'judged');
  });
  return candidate;
}

describe('the list of attempts', () => {
  it('puts what waits longest first, and filters, searches and pages', async () => {
    const own = await startTestApi();
    const staff = await signIn(own, 'reviewer');
    const people: Awaited<ReturnType<typeof invite>>[] = [];
    for (let n = 0; n < 28; n += 1) people.push(await invite(own, { started: n < 4 }));
    for (const index of [2, 1]) {
      own.passes(1);
      await people[index]?.client.post(`${people[index]?.path}/finish`);
    }
    const first = await list(staff);
    expect(first).toMatchObject({ total: 28, page: 1, pageSize: 25 });
    const wanted = [2, 1, 0, 3, 4].map((index) => people[index]?.attemptId);
    expect(first.rows.slice(0, 5).map(({ id }) => id)).toEqual(wanted);
    expect((await list(staff, '?page=2')).rows).toHaveLength(3);
    expect((await list(staff, '?state=running')).rows.map(({ state }) => state)).toEqual([
      'running',
      'running',
    ]);
    expect((await list(staff, '?search=nOOr')).total).toBe(28);
    expect((await list(staff, '?search=100%25')).total).toBe(0);
    await own.close();
  });
});

describe('an attempt under review', () => {
  it('shows all submissions with verdicts, hidden tests named, and which one counts', async () => {
    const candidate = await invite(api, { started: true });
    const submit = async (content: string) => {
      const files = { 'src/index.ts': content };
      await candidate.client.put(`${candidate.path}/workspaces/sample`, { files });
      const answer = await candidate.client.post(`${candidate.path}/submissions`, {
        challenge: 'sample',
        suite: 'hidden',
      });
      await waitFor(async () => {
        const [last] =
          (await detail(reviewer, candidate.attemptId)).challenges[0]?.submissions ?? [];
        return last?.state === 'judged';
      });
      return (answer.body as { id: string }).id;
    };
    await submit('first');
    const second = await submit('second');
    await submit('unlucky');
    const { challenges, results } = await detail(reviewer, candidate.attemptId);
    expect(challenges[0]).toMatchObject({
      slug: 'sample',
      countsId: second,
      submissions: [
        { files: { 'src/index.ts': 'unlucky' }, verdict: { status: 'sandbox_error' } },
        { files: { 'src/index.ts': 'second' }, summary: '2 of 3 behaviours hold.' },
        { files: { 'src/index.ts': 'first' } },
      ],
    });
    expect(challenges[0]?.submissions[1]?.verdict?.tests[2]).toMatchObject({
      name: expect.stringContaining('CANARY'),
    });
    expect(results).toEqual([
      { challenge: 'sample', title: 'Challenge sample', passed: 2, total: 3 },
      { challenge: 'other', title: 'Challenge other', passed: 0, total: 0 },
    ]);
  });

  it('keeps a draft, then closes with scores and becomes graded', async () => {
    const { attemptId } = await finished();
    const address = `/api/review/attempts/${attemptId}/review`;
    const draft = [
      { challenge: 'sample', criterion: 'clarity', score: null, note: 'Look at names.' },
    ];
    expect(await reviewer.put(address, { scores: draft })).toMatchObject({
      status: 200,
      body: { state: 'draft' },
    });
    expect((await detail(reviewer, attemptId)).review).toEqual({ scores: draft, state: 'draft' });

    expect(await reviewer.post(address, { scores: scores.slice(1) })).toMatchObject({
      status: 422,
      body: { defined: true, code: 'SCORES_MISSING' },
    });
    expect(await reviewer.post(address, { scores })).toMatchObject({
      status: 200,
      body: { state: 'submitted' },
    });
    expect(await detail(reviewer, attemptId)).toMatchObject({ state: 'graded', score: 4 });
    for (const again of [
      await reviewer.post(address, { scores }),
      await reviewer.put(address, { scores }),
    ]) {
      expect(again).toMatchObject({ status: 409, body: { code: 'ALREADY_SUBMITTED' } });
    }
  });

  it('refuses scores of an attempt under way, of no rubric, or given twice', async () => {
    const running = await invite(api, { started: true });
    expect(
      await reviewer.post(`/api/review/attempts/${running.attemptId}/review`, { scores }),
    ).toMatchObject({
      status: 409,
      body: { code: 'NOT_FINISHED' },
    });
    const { attemptId } = await finished();
    const address = `/api/review/attempts/${attemptId}/review`;
    const foreign = { challenge: 'sample', criterion: 'charm', score: 5, note: 'x' };
    expect((await reviewer.put(address, { scores: [foreign] })).status).toBe(400);
    expect((await reviewer.put(address, { scores: [scores[0], scores[0]] })).status).toBe(400);
    expect((await detail(reviewer, attemptId)).review).toEqual({ scores: [], state: 'draft' });
  });

  it('keeps the scores of one reviewer from another until they have submitted their own', async () => {
    const { attemptId } = await finished();
    const second = await signIn(api, 'reviewer');
    const address = `/api/review/attempts/${attemptId}/review`;
    await reviewer.put(address, { scores: [{ ...scores[0], note: 'SECRET draft' }] });
    await reviewer.post(address, {
      scores: scores.map((score) => ({ ...score, score: 2, note: 'SECRET' })),
    });
    const answer = await second.get(`/api/review/attempts/${attemptId}`);
    expect(answer.text).not.toContain('SECRET');
    expect(answer.body).not.toHaveProperty('score');
    await second.post(address, { scores });
    expect(await detail(second, attemptId)).toMatchObject({
      score: 3,
      review: { state: 'submitted' },
    });
  });
});
