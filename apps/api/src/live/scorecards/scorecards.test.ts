import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CandidatePage,
  ReviewedAttempt,
  Scorecard,
  type ScorecardDraft,
  Scorecards,
} from '@assay/contracts/http';
import { InterviewPlan } from '@assay/contracts/live';
import { listAudit } from '@assay/db';
import type { ApiClient } from '#testing/apiClient.ts';
import { joinLive, prepareSession } from '#testing/livePeople.ts';
import { invite, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';
import { listCriteria } from './listCriteria.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const anchors = { 1: 'Asks nothing.', 3: 'Asks what is unclear.', 5: 'Finds what nobody said.' };
const plan = {
  sections: [
    { title: 'Warm-up', minutes: 5, signals: ['Relaxed'] },
    { title: 'Design', minutes: 20, rubric: [{ id: 'scope', title: 'Scope', anchors }] },
  ],
};
const keys = ['challenge/correctness', 'challenge/clarity', 'plan/scope'];
const full: ScorecardDraft = {
  scores: keys.toSorted().map((criterion) => ({
    criterion,
    level: 4,
    unobserved: false,
    note: 'SECRET evidence',
  })),
  recommendation: 'yes',
  summary: 'SECRET summary',
};

/** A session of two interviewers. */
async function prepare(options: { open?: boolean } = { open: true }) {
  const session = await prepareSession(api, { ...options, plan });
  const second = await signIn(api, 'interviewer');
  const { id } = (await second.get('/api/me')).body as { id: string };
  await session.host.post(`${session.path}/participants`, { role: 'interviewer', memberId: id });
  return { ...session, second, own: `${session.path}/scorecard` };
}

const read = async (client: ApiClient, path: string) =>
  Scorecards.parse((await client.get(`${path}/scorecards`)).body);

describe('a scorecard', () => {
  it('is kept as a draft with anything missing, and submitted once, when it is whole', async () => {
    const { host, path, own, sessionId } = await prepare();
    expect((await read(host, path)).own).toMatchObject({ state: 'draft', scores: [] });
    const draft = { ...full, scores: full.scores.slice(0, 1), recommendation: null };
    expect((await host.put(own, draft)).body).toMatchObject({ state: 'draft' });
    await host.put(own, draft);
    const kept = await read(host, path);
    expect(kept.own).toMatchObject(draft);
    expect(kept.criteria.map(({ key }) => key)).toEqual(keys);
    expect(kept.criteria[2]).toMatchObject({ group: 'Design', title: 'Scope', anchors });

    expect(await host.post(own, draft)).toMatchObject({
      status: 422,
      body: { code: 'SCORES_MISSING' },
    });
    const [first, ...rest] = full.scores;
    const unseen = { criterion: first?.criterion, level: null, unobserved: true, note: '' };
    const whole = { ...full, scores: [unseen, ...rest] };
    expect((await host.post(own, { ...whole, recommendation: null })).status).toBe(422);
    expect((await host.put(own, { ...full, scores: [first, first] })).status).toBe(400);
    expect((await host.put(own, { ...full, scores: [{ ...unseen, level: 3 }] })).status).toBe(400);
    const submitted = Scorecard.parse((await host.post(own, whole)).body);
    expect(submitted).toMatchObject({ state: 'submitted', ...whole });

    // The same once more is the answer that was lost; anything else comes too late.
    expect((await host.post(own, whole)).body).toEqual(submitted);
    for (const late of [await host.post(own, full), await host.put(own, whole)])
      expect(late).toMatchObject({ status: 409, body: { code: 'ALREADY_SUBMITTED' } });
    const actions = (await listAudit(api.db, `live:${sessionId}`)).map(({ action }) => action);
    expect(actions.filter((action) => action.includes('scorecard'))).toEqual([
      'live.scorecard_submitted',
    ]);
  });

  it('is shown to the other interviewers once both have submitted, and they hear of it', async () => {
    const { host, path, own, second, sessionId } = await prepare();
    const page = await joinLive(api, second, sessionId);
    await second.put(own, { ...full, summary: 'their draft' });
    await host.put(own, full);
    expect((await second.get(`${path}/scorecards`)).text).not.toContain('SECRET summary');
    await host.post(own, full);
    await waitFor(() => page.heard('live:changed').length === 1);
    page.socket.close();
    const blind = await second.get(`${path}/scorecards`);
    expect(Scorecards.parse(blind.body).others).toEqual([
      { participantId: expect.any(String), name: 'The interviewer', submitted: true },
    ]);
    expect(blind.text).not.toContain('SECRET summary');
    // Who has submitted sees no draft either.
    expect((await host.get(`${path}/scorecards`)).text).not.toContain('their draft');

    await second.post(own, { ...full, summary: 'SECRET of the second' });
    expect((await read(second, path)).others[0]?.scorecard).toMatchObject(full);
    expect((await read(host, path)).others[0]?.scorecard?.summary).toBe('SECRET of the second');
    // An admin does not score here, and reads what is submitted.
    const admin = await read(await signIn(api, 'admin'), path);
    expect(admin.own).toBeUndefined();
    expect(admin.others.map(({ scorecard }) => scorecard?.state)).toEqual([
      'submitted',
      'submitted',
    ]);
  });

  it('belongs to interviewers of the session alone, before the end and after', async () => {
    const { host, path, own, sessionId, second } = await prepare({ open: false });
    const [admin, stranger] = [await signIn(api, 'admin'), await signIn(api, 'interviewer')];
    for (const client of [admin, stranger]) expect((await client.put(own, full)).status).toBe(404);
    expect((await stranger.get(`${path}/scorecards`)).status).toBe(404);
    await host.put(own, full);
    expect((await host.post(own, full)).body).toMatchObject({ code: 'NOT_OPEN' });
    await host.post(`${path}/start`);
    await host.post(`${path}/end`);
    await host.put(own, { ...full, summary: 'SECRET after the end' });
    expect((await host.post(own, { ...full, summary: 'GONE-with-it' })).status).toBe(200);

    const { participants } = (await host.get(path)).body as {
      participants: { id: string; role: string; name: string }[];
    };
    const removed = participants.at(1)?.id;
    await host.post(`${path}/participants/${removed}/remove`);
    expect((await second.put(own, full)).status).toBe(404);
    expect((await read(host, path)).others).toEqual([]);

    expect(await api.findText('GONE-with-it')).toEqual(['public.live_scorecards']);
    expect((await host.send('DELETE', path)).status).toBe(204);
    expect(await api.findText('GONE-with-it')).toEqual([]);
    expect((await listAudit(api.db, `live:${sessionId}`)).at(-1)?.action).toBe('live.erased');
  });

  it('keeps what it was scored by when the plan is edited', async () => {
    const { host, path, own, session } = await prepare();
    await host.post(own, full);
    const { title, minutes, prepared } = session;
    await host.put(path, { title, minutes, prepared, plan: { sections: [] } });
    const { criteria, own: card } = await read(host, path);
    expect(criteria.map(({ key }) => key)).toEqual(keys.slice(0, 2));
    expect(card?.criteria.map(({ key }) => key)).toEqual(keys);
  });
});

describe('what a session is scored by', () => {
  const rubric = [{ id: 'scope', title: 'Scope', anchors }];

  it('is the signals of sections without a rubric, where there is no challenge', () => {
    const sections = InterviewPlan.parse(plan).sections;
    expect(listCriteria({ sections }).map(({ key, signals }) => ({ key, signals }))).toEqual([
      { key: 'section/Warm-up', signals: ['Relaxed'] },
      { key: 'plan/scope', signals: [] },
    ]);
    expect(listCriteria({ sections }, { title: 'Orders', rubric }).map(({ key }) => key)).toEqual([
      'challenge/scope',
      'plan/scope',
    ]);
  });

  it('has a criterion that several sections name once', () => {
    const sections = ['First', 'Second'].map((title) => ({ title, minutes: 5, rubric }));
    expect(listCriteria(InterviewPlan.parse({ sections }))).toMatchObject([
      { key: 'plan/scope', group: 'First' },
    ]);
  });
});

describe('the scorecards of kits', () => {
  const person = { name: 'Kit Candidate', email: 'kit@candidate.test' };
  const page = async (client: ApiClient, id: string) =>
    CandidatePage.parse((await client.get(`/api/candidates/${id}`)).body);
  const kitOf = async (client: ApiClient, id: string, slug = 'technical-interview') =>
    (await page(client, id)).kits.find(({ kit }) => kit.slug === slug);
  const words = (of: string, level: number): ScorecardDraft => ({
    scores: ['design', 'debugging', 'craft'].map((id) => ({
      criterion: `plan/${id}`,
      level: id === 'craft' ? null : level,
      unobserved: id === 'craft',
      note: id === 'craft' ? '' : `${of} evidence`,
    })),
    recommendation: 'yes',
    summary: `${of} summary`,
  });

  it('are filled alone for a candidate, shown together afterwards, and erased with them', async () => {
    const { attemptId, admin } = await invite(api, person);
    const [one, two] = [await signIn(api, 'interviewer'), await signIn(api, 'interviewer')];
    const review = await admin.get(`/api/review/attempts/${attemptId}`);
    const { candidateId = '' } = ReviewedAttempt.parse(review.body);
    const card = `/api/candidates/${candidateId}/kits/technical-interview/scorecard`;

    const first = await page(one, candidateId);
    expect(first).toMatchObject({ name: person.name, attempts: [{ id: attemptId, submitted: 0 }] });
    expect(first).not.toHaveProperty('total');
    expect(first.kits.map(({ kit }) => kit.slug)).toEqual([
      'behavioural-interview',
      'technical-interview',
      'project-review',
      'culture-contribution',
      'reference-check',
    ]);
    const nowhere = '/api/candidates/00000000-0000-4000-8000-000000000000';
    expect(
      (await one.put(`${nowhere}/kits/technical-interview/scorecard`, words('x', 1))).status,
    ).toBe(404);
    expect((await one.put(card.replace('technical', 'secret'), words('x', 1))).status).toBe(404);

    await one.put(card, words('ONE-DRAFT', 2));
    await two.put(card, words('TWO-DRAFT', 5));
    const lacking = { ...words('ONE', 2), recommendation: null };
    expect(await one.post(card, lacking)).toMatchObject({ status: 422 });
    expect((await one.post(card, words('ONE-SUBMITTED', 2))).status).toBe(200);
    expect(await one.put(card, words('ONE', 3))).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_SUBMITTED' },
    });
    expect(await kitOf(two, candidateId)).toMatchObject({ others: [{ name: 'The interviewer' }] });
    expect(await kitOf(two, candidateId)).not.toHaveProperty('result');
    expect(two.received.join()).not.toMatch(/ONE-/);
    expect(one.received.join()).not.toMatch(/TWO-/);
    // An admin who has begun none sees what is submitted, and so can begin none.
    expect(await kitOf(admin, candidateId)).toMatchObject({
      mayWrite: false,
      result: { value: 2 },
    });
    expect(admin.received.join()).not.toMatch(/DRAFT/);
    expect(await admin.put(card, words('ADMIN', 3))).toMatchObject({
      status: 409,
      body: { code: 'NOT_INDEPENDENT' },
    });

    await two.post(card, words('TWO-SUBMITTED', 5));
    expect(await kitOf(two, candidateId)).toMatchObject({
      result: { value: 3.5, recommendations: ['yes', 'yes'] },
      others: [{ scorecard: { summary: 'ONE-SUBMITTED summary' } }],
    });
    const culture = card.replace('technical-interview', 'culture-contribution');
    const scores = ['addition', 'inclusion', 'growth'].map((id) => ({
      criterion: `plan/${id}`,
      level: 5,
      unobserved: false,
      note: 'CULTURE evidence',
    }));
    await two.post(culture, { scores, recommendation: 'strong_yes', summary: '' });
    expect((await page(admin, candidateId)).total).toEqual({
      value: 4.25,
      parts: 2,
      weighed: [],
    });
    // Of a sum, what is hidden could be reckoned.
    expect(await page(one, candidateId)).not.toHaveProperty('total');

    for (const stranger of [await signIn(api, 'reviewer'), await signIn(api, 'author')])
      expect((await stranger.get(`/api/candidates/${candidateId}`)).status).toBe(403);
    await admin.post(`/api/erasures/${attemptId}`);
    for (const word of ['SUBMITTED evidence', 'CULTURE evidence', person.name])
      expect([word, await api.findText(word)]).toEqual([word, []]);
    expect((await admin.get(`/api/candidates/${candidateId}`)).status).toBe(404);
  });
});
