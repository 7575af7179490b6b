import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AttemptRow,
  Grading,
  LiveSession,
  Member,
  ReviewComment,
  ReviewedAttempt,
} from '@assay/contracts/http';
import { insertAssessment, listAudit } from '@assay/db';
import { z } from 'zod';
import type { ApiClient } from '#testing/apiClient.ts';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite, signIn } from '#testing/people.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
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
    expect((await list(staff, '?search=bACKend')).total).toBe(28);
    expect((await list(staff, '?search=100%25')).total).toBe(0);
    const admin = await signIn(own, 'admin');
    expect((await list(admin, '?search=nOOr')).total).toBe(28);
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

describe('comments on lines', () => {
  /** A finished attempt with a submission of one line, and what there is to do with its comments. */
  async function commented() {
    const { attemptId, client, path } = await finished();
    const { challenges } = await detail(reviewer, attemptId);
    const submissionId = challenges[0]?.countsId;
    const address = `/api/review/submissions/${submissionId}/comments`;
    const id = crypto.randomUUID();
    const said = { path: 'src/index.ts', fromLine: 1, toLine: 1, text: 'Why not +?' };
    return {
      attemptId,
      submissionId,
      candidate: { client, path },
      id,
      said,
      save: (by: ApiClient, what: object, as = id) =>
        by.put(`${address}/${as}`, { ...said, ...what }),
      remove: (by: ApiClient, as = id) => by.send('DELETE', `${address}/${as}`),
      seen: async (by: ApiClient) =>
        z
          .array(ReviewComment)
          .parse((await by.get(`/api/review/attempts/${attemptId}/comments`)).body),
    };
  }

  it('are kept as they are typed, changed and deleted by their author alone, and close with the review', async () => {
    const { attemptId, submissionId, id, said, save, remove, seen } = await commented();
    expect((await save(reviewer, { text: 'Why' })).status).toBe(200);
    await save(reviewer, { toLine: 2 });
    const kept = { id, submissionId, ...said, toLine: 2, by: { isMe: true } };
    expect(await seen(reviewer)).toMatchObject([kept]);
    expect((await detail(reviewer, attemptId)).reviews.own).toBe('none');

    const other = await signIn(api, 'reviewer');
    expect(await seen(other)).toEqual([]);
    expect((await save(other, { text: 'Mine now' })).status).toBe(404);
    expect((await remove(other)).status).toBe(204);
    expect(await seen(reviewer)).toMatchObject([kept]);

    const second = crypto.randomUUID();
    await save(reviewer, {}, second);
    expect((await remove(reviewer, second)).status).toBe(204);
    expect((await remove(reviewer, second)).status).toBe(204);
    await reviewer.post(`/api/review/attempts/${attemptId}/review`, { scores });
    for (const late of [await save(reviewer, { text: 'Late' }), await remove(reviewer)])
      expect(late).toMatchObject({ status: 409, body: { code: 'ALREADY_SUBMITTED' } });
    expect(await seen(reviewer)).toMatchObject([kept]);
    // One review was wanted: whoever reads it now judges no more, and says nothing on lines either.
    const admin = await signIn(api, 'admin');
    expect(await seen(admin)).toMatchObject([{ id, by: { name: 'The reviewer', isMe: false } }]);
    expect(await save(admin, {}, crypto.randomUUID())).toMatchObject({
      status: 409,
      body: { code: 'REVIEWS_CLOSED' },
    });
  });

  it('are about lines that are there, say something, and are not for the candidate', async () => {
    const { save, candidate } = await commented();
    for (const lines of [
      { toLine: 99 },
      { fromLine: 2 },
      { path: 'src/nowhere.ts' },
      { path: 'constructor' },
    ])
      expect(await save(reviewer, lines)).toMatchObject({
        status: 422,
        body: { code: 'NO_SUCH_LINES' },
      });
    expect((await save(reviewer, { text: '  ' })).status).toBe(400);
    expect((await save(await signIn(api, 'interviewer'), {})).status).toBe(403);
    await save(reviewer, { text: 'FOR-STAFF-ALONE' });
    for (const own of ['', '/submissions', '/record', '/record/full', '/feedback'])
      await candidate.client.get(`${candidate.path}${own}`);
    expect(candidate.client.received.join('')).not.toContain('FOR-STAFF-ALONE');
  });

  it('stand beside the author’s solution, which those who grade may read', async () => {
    const { attemptId } = await commented();
    const reference = (challenge: string) =>
      reviewer.get(`/api/review/attempts/${attemptId}/reference/${challenge}`);
    expect((await reference('sample')).body).toMatchObject({
      files: { 'README.md': 'Start here.\n', 'src/index.ts': expect.stringContaining('a + b') },
    });
    expect((await reference('unknown')).status).toBe(404);
  });
});

describe('several reviewers', () => {
  const person = { name: 'Ottilie Nameless', email: 'ottilie@nameless.test' };
  let staff: Record<'one' | 'two' | 'three' | 'four' | 'admin' | 'interviewer', ApiClient>;
  let two: { candidate: Awaited<ReturnType<typeof invite>>; address: string };
  /** Every word that a browser of somebody's has received, over HTTP and sockets. */
  let heard: Map<ApiClient, string[]>;
  let sockets: Map<ApiClient, Awaited<ReturnType<typeof connectSocket>>>;
  beforeAll(async () => {
    const assessmentId = crypto.randomUUID();
    await insertAssessment(api.db, {
      id: assessmentId,
      title: 'Two reviewers',
      organisation: 'Northwind',
      minutes: 60,
      rules: [],
      recorded: [],
      reviewRule: { reviewers: 2, furtherAt: 2 },
      challengeHashes: ['sample', 'other'].map((slug) => sampleChallenge(slug).judged.hash),
      at: new Date(),
    });
    const candidate = await invite({ ...api, assessmentId }, { started: true, ...person });
    two = { candidate, address: `/api/review/attempts/${candidate.attemptId}` };
    const roles = ['reviewer', 'reviewer', 'reviewer', 'reviewer', 'admin', 'interviewer'] as const;
    const [one, second, three, four, admin, interviewer] = await Promise.all(
      roles.map((role) => signIn(api, role)),
    );
    if (!one || !second || !three || !four || !admin || !interviewer) throw new Error('Nobody.');
    staff = { one, two: second, three, four, admin, interviewer };
    heard = new Map();
    sockets = new Map();
    for (const client of Object.values(staff)) {
      const socket = await connectSocket(api, client);
      const events: string[] = [];
      socket.onAny((...event: unknown[]) => events.push(JSON.stringify(event)));
      heard.set(client, events);
      sockets.set(client, socket);
    }
    await candidate.client.put(`${candidate.path}/workspaces/sample`, {
      files: { 'src/index.ts': 'export const add = 1;' },
    });
    await candidate.client.post(`${candidate.path}/finish`);
    await waitFor(async () => {
      const { challenges } = await detail(staff.admin, candidate.attemptId);
      return challenges.every(({ submissions }) => submissions[0]?.state === 'judged');
    });
  });
  afterAll(() => {
    for (const socket of sockets.values()) socket.close();
  });

  /** Opens everything that there is to see of the attempt. */
  async function lookAround(client: ApiClient): Promise<void> {
    await client.get('/api/review/attempts');
    await client.get('/api/review/attempts?wanted=me');
    await client.get(two.address);
    await client.get(`${two.address}/comments`);
    await client.get(`${two.address}/history/sample`);
    await client.get(`${two.address}/history/sample/updates`);
    await sockets.get(client)?.emitWithAck('workspace:open', {
      attemptId: two.candidate.attemptId,
      challenge: 'sample',
      stateVector: new Uint8Array([0]),
    });
  }
  /** Whether somebody's browser has ever received a word. */
  const received = (client: ApiClient, word: string) =>
    [...client.received, ...(heard.get(client) ?? [])].join('\n').includes(word);
  const mine = async (client: ApiClient) =>
    (await list(client, '?wanted=me')).rows.find(({ id }) => id === two.candidate.attemptId);
  const scored = (score: number, note: string) =>
    scores.map((one) => ({ ...one, score: one.criterion === 'clarity' ? score : 4, note }));
  /** Says something about the first line of what counts. */
  const comment = async (client: ApiClient, said: string) => {
    const { challenges } = await detail(staff.admin, two.candidate.attemptId);
    const address = `/api/review/submissions/${challenges[0]?.countsId}/comments`;
    const lines = { path: 'src/index.ts', fromLine: 1, toLine: 1 };
    await client.put(`${address}/${crypto.randomUUID()}`, { ...lines, text: said });
  };
  const grading = async (client: ApiClient) =>
    (await detail(client, two.candidate.attemptId)).grading;

  it('judge alone, without knowing whose work it is', async () => {
    const { one, admin, interviewer, four } = staff;
    await lookAround(one);
    expect(await detail(one, two.candidate.attemptId)).toMatchObject({
      candidateName: `Candidate ${two.candidate.attemptId.slice(0, 4).toUpperCase()}`,
      isAnonymous: true,
      reviews: { submitted: 0, wanted: 2, own: 'none', isMine: true },
    });
    for (const knows of [admin, interviewer])
      expect(await detail(knows, two.candidate.attemptId)).toMatchObject({
        candidateName: person.name,
        isAnonymous: false,
      });
    // Neither can a search find it out.
    expect((await list(one, '?search=nameless')).total).toBe(0);
    expect((await list(admin, '?search=nameless')).total).toBe(1);

    await one.put(`${two.address}/review`, { scores: scored(1, 'DRAFT-ONE') });
    await staff.two.put(`${two.address}/review`, { scores: scored(5, 'DRAFT-TWO') });
    await comment(one, 'COMMENT-ONE');
    await comment(staff.two, 'COMMENT-TWO');
    // Both places are taken by drafts; one that is forgotten gives its place back.
    expect(await mine(staff.two)).toBeDefined();
    expect(await mine(four)).toBeUndefined();
    api.passes(4 * 24 * 60);
    expect(await mine(four)).toBeDefined();
    api.passes(-4 * 24 * 60);

    await one.post(`${two.address}/review`, { scores: scored(1, 'SUBMITTED-ONE') });
    for (const client of Object.values(staff)) await lookAround(client);
    for (const [client, words] of [
      [one, ['DRAFT-TWO', 'COMMENT-TWO']],
      [staff.two, ['DRAFT-ONE', 'SUBMITTED-ONE', 'COMMENT-ONE', person.name, person.email]],
      [four, ['DRAFT-', 'SUBMITTED-ONE', 'COMMENT-', person.name, person.email]],
      // Scores are for nobody who has not given theirs before all of them are in.
      [admin, ['DRAFT-', 'SUBMITTED-ONE', 'COMMENT-']],
      [interviewer, ['DRAFT-', 'SUBMITTED-ONE', 'COMMENT-']],
    ] as const)
      for (const word of words) expect([word, received(client, word)]).toEqual([word, false]);
    for (const [client, own] of [
      [one, 'COMMENT-ONE'],
      [staff.two, 'COMMENT-TWO'],
    ] as const)
      expect(received(client, own)).toBe(true);
    expect(await detail(staff.two, two.candidate.attemptId)).not.toHaveProperty('score');
    expect(received(one, person.name)).toBe(true);
    expect(await detail(one, two.candidate.attemptId)).toMatchObject({
      state: 'finished',
      grading: { value: 2.5, reviewers: [{ isMe: true }], mayDecide: false },
    });
    expect(
      await one.post(`${two.address}/decisions`, { outcome: 'hold', reason: 'x', replaces: null }),
    ).toMatchObject({ status: 409, body: { code: 'REVIEWS_MISSING' } });
    expect(
      await one.put(`${two.address}/feedback`, { message: 'FEEDBACK', comments: [] }),
    ).toMatchObject({ status: 409, body: { code: 'REVIEWS_MISSING' } });
  });

  it('meet nobody in a live session that goes on from work that they may still review', async () => {
    const { four, interviewer } = staff;
    const { challenges } = await detail(interviewer, two.candidate.attemptId);
    const from = { kind: 'submission', submissionId: challenges[0]?.countsId };
    const created = await interviewer.post('/api/live/sessions', { title: 'Together', from });
    const path = `/api/live/sessions/${LiveSession.parse(created.body).id}`;
    await interviewer.post(`${path}/participants`, { role: 'candidate', name: person.name });
    const { id } = Member.parse((await four.get('/api/me')).body);
    const refused = { status: 409, body: { code: 'REVIEW_FIRST' } };
    expect(
      await interviewer.post(`${path}/participants`, { role: 'observer', memberId: id }),
    ).toMatchObject(refused);
    await interviewer.post(`${path}/start`);
    await interviewer.post(`${path}/end`);
    await interviewer.put(`${path}/replay-shares/${id}`, {});
    expect(await four.get(`${path}/replay`)).toMatchObject(refused);
    expect(received(four, person.name)).toBe(false);
  });

  it('who disagree call one more, with whom the median decides', async () => {
    const { one, three, four, admin } = staff;
    await staff.two.post(`${two.address}/review`, { scores: scored(5, 'SUBMITTED-TWO') });
    // Both are in, so each reads the other's comments; a third is called, so nobody else does.
    for (const client of Object.values(staff)) await lookAround(client);
    expect(received(one, 'COMMENT-TWO') && received(staff.two, 'COMMENT-ONE')).toBe(true);
    for (const client of [three, four, admin, staff.interviewer])
      expect(received(client, 'COMMENT-')).toBe(false);
    expect(await detail(one, two.candidate.attemptId)).toMatchObject({
      state: 'finished',
      reviews: { submitted: 2, wanted: 3, isMine: false },
      grading: { furtherCalled: true, value: 3.5 },
    });
    expect(await mine(three)).toMatchObject({ reviews: { isMine: true } });
    expect(await mine(three)).not.toHaveProperty('score');
    await three.put(`${two.address}/review`, { scores: scored(4, 'DRAFT-THREE') });
    expect(await mine(four)).toBeUndefined();
    await three.post(`${two.address}/review`, { scores: scored(4, 'SUBMITTED-THREE') });

    const all = await grading(admin);
    expect(all).toMatchObject({ value: 4, mayDecide: true });
    expect(all?.criteria.find(({ criterion }) => criterion === 'clarity')).toMatchObject({
      scores: [
        { score: 1, note: 'SUBMITTED-ONE' },
        { score: 5, note: 'SUBMITTED-TWO' },
        { score: 4, note: 'SUBMITTED-THREE' },
      ],
      spread: 4,
      median: 4,
      value: 4,
    });
    expect(await detail(three, two.candidate.attemptId)).toMatchObject({
      state: 'graded',
      reviews: { submitted: 3, wanted: 3 },
      score: 4,
    });
    // There is no second call, and whoever sees it all is no independent judge of it any more.
    expect(await admin.put(`${two.address}/review`, { scores })).toMatchObject({
      status: 409,
      body: { code: 'REVIEWS_CLOSED' },
    });
    await lookAround(four);
    for (const word of ['SUBMITTED-', 'COMMENT-', person.name])
      expect([word, received(four, word)]).toEqual([word, false]);
    await lookAround(staff.interviewer);
    expect(received(staff.interviewer, 'COMMENT-ONE')).toBe(true);
  });

  it('are overridden and decided upon by people, with reasons that stay', async () => {
    const { one, four, admin, interviewer } = staff;
    const clarity = { challenge: 'sample', criterion: 'clarity' };
    const override = (client: ApiClient, body: object) =>
      client.post(`${two.address}/overrides`, { ...clarity, score: 2, reason: 'REASON', ...body });
    expect((await override(admin, { reason: ' ' })).status).toBe(400);
    expect((await override(admin, { criterion: 'charm' })).status).toBe(400);
    expect((await override(interviewer, {})).status).toBe(403);
    expect(await override(four, {})).toMatchObject({
      status: 409,
      body: { code: 'OWN_REVIEW_FIRST' },
    });
    expect((await override(admin, { reason: 'OVERRIDE-REASON' })).status).toBe(200);
    const changed = await grading(one);
    expect(changed?.value).toBe(3.5);
    expect(changed?.criteria.find((at) => at.criterion === 'clarity')).toMatchObject({
      median: 4,
      value: 2,
      override: { score: 2, reason: 'OVERRIDE-REASON', by: 'The admin' },
    });
    await override(one, { score: null, reason: 'The formula was right.' });
    expect(await grading(one)).toMatchObject({
      value: 4,
      overrides: [{ score: 2 }, { score: null }],
    });

    const decide = (client: ApiClient, body: object) =>
      client.post(`${two.address}/decisions`, { reason: 'DECISION-REASON', ...body });
    const first = await decide(admin, { outcome: 'hold', replaces: null });
    const [made] = Grading.parse(first.body).decisions;
    expect(await decide(one, { outcome: 'decline', replaces: null })).toMatchObject({
      status: 409,
      body: { code: 'DECIDED_MEANWHILE' },
    });
    await decide(one, { outcome: 'advance', replaces: made?.id });
    expect(await detail(admin, two.candidate.attemptId)).toMatchObject({
      decision: 'advance',
      grading: { decisions: [{ outcome: 'advance' }, { outcome: 'hold', by: 'The admin' }] },
    });
    expect(await four.put(`${two.address}/review`, { scores })).toMatchObject({
      status: 409,
      body: { code: 'REVIEWS_CLOSED' },
    });
    const log = await listAudit(api.db, `attempt:${two.candidate.attemptId}`);
    expect(log.map(({ action }) => action).slice(-4)).toEqual([
      'review.score_overridden',
      'review.score_overridden',
      'decision.made',
      'decision.made',
    ]);

    await two.candidate.client.get(two.candidate.path);
    await two.candidate.client.get(`${two.candidate.path}/record/full`);
    await lookAround(four);
    for (const client of [two.candidate.client, four])
      for (const word of ['OVERRIDE-REASON', 'DECISION-REASON', 'advance', 'SUBMITTED-ONE'])
        expect([word, received(client, word)]).toEqual([word, false]);
    await two.candidate.admin.post(`/api/erasures/${two.candidate.attemptId}`);
    expect(await api.findText('OVERRIDE-REASON')).toEqual([]);
    expect(await api.findText('DECISION-REASON')).toEqual([]);
    expect(await api.findText('COMMENT-')).toEqual([]);
    expect(await grading(one)).toMatchObject({
      value: 4,
      mayDecide: false,
      decisions: [{ outcome: 'advance', reason: '' }, { outcome: 'hold' }],
    });
  });
});
