import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Scorecard, type ScorecardDraft, Scorecards } from '@assay/contracts/http';
import { InterviewPlan } from '@assay/contracts/live';
import { listAudit } from '@assay/db';
import type { ApiClient } from '#testing/apiClient.ts';
import { joinLive, prepareSession } from '#testing/livePeople.ts';
import { signIn } from '#testing/people.ts';
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
