import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AssessmentDraft,
  AssessmentTemplate,
  CandidateAttempt,
  LiveSession,
  OfferedChallenge,
  ReviewedAttempt,
  Role,
  type RoleDraft,
  RoleRow,
  Scorecards,
} from '@assay/contracts/http';
import { InterviewPlan } from '@assay/contracts/live';
import { findAttempt, listAudit } from '@assay/db';
import { z } from 'zod';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { prepareSession } from '#testing/livePeople.ts';
import { signIn } from '#testing/people.ts';
import { canaries } from '#testing/sampleChallenge.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

const anchors = { 1: 'No word of it.', 3: 'Some of it.', 5: 'All of it.' };
const draft: AssessmentDraft = {
  title: 'Payments engineer',
  organisation: 'Northwind',
  clockMode: 'separate',
  minutes: 60,
  policies: { aiAssistants: 'allowed', documentation: 'not_allowed', paste: 'not_allowed' },
  rules: ['Work alone.'],
  recorded: ['Nothing else.'],
  feedback: { behaviours: true, comments: false, writeUp: false },
  review: { reviewers: 2, furtherAt: 3 },
  retentionDays: 30,
  interview: { sections: [] },
  challenges: [
    {
      slug: 'other',
      minutes: 40,
      rubric: [{ id: 'explains', title: 'Explains the trade-off', anchors }],
    },
    { slug: 'sample', minutes: 35 },
  ],
};

let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  admin = await signIn(api, 'admin');
});
afterAll(() => api.close());

async function create(changes: Partial<AssessmentDraft> = {}): Promise<AssessmentTemplate> {
  const { status, body } = await admin.post('/api/assessments', { ...draft, ...changes });
  expect({ status, body }).toMatchObject({ status: 201 });
  return AssessmentTemplate.parse(body);
}

async function inviteTo(assessmentId: string) {
  const { body } = await admin.post('/api/invitations', {
    assessmentId,
    candidateName: 'Noor Haddad',
    candidateEmail: `${crypto.randomUUID()}@candidate.test`,
  });
  const { invitation, link } = z
    .object({ invitation: z.object({ attemptId: z.uuid() }), link: z.url() })
    .parse(body);
  const client = apiClient(api);
  await client.post('/api/candidate/session', { token: link.split('/').at(-1) });
  return { client, attemptId: invitation.attemptId };
}

const load = async (id: string) =>
  AssessmentTemplate.parse((await admin.get(`/api/assessments/${id}`)).body);
const sent = ({ versions: _versions, ...template }: AssessmentTemplate) => template;
const save = (template: AssessmentTemplate, changes: Partial<AssessmentDraft>) =>
  admin.put(`/api/assessments/${template.id}`, { ...sent(template), ...changes });
const addVersion = (id: string, changes: Partial<AssessmentDraft> & { note?: string } = {}) =>
  admin.post(`/api/assessments/${id}/versions`, { ...draft, ...changes });

describe('an assessment', () => {
  it('keeps all that its maker decided, and can be changed until somebody is invited', async () => {
    const made = await create();
    expect(made).toMatchObject({ ...draft, version: 1, revision: 1, minutes: 75 });
    expect(made).not.toHaveProperty('lockedAt');
    expect(made.versions).toMatchObject([{ version: 1, author: 'The admin', invited: 0 }]);

    const answer = await save(made, { title: 'Payments, senior', clockMode: 'total', minutes: 90 });
    expect(answer).toMatchObject({ status: 200 });
    const saved = await load(made.id);
    expect(saved).toMatchObject({ title: 'Payments, senior', revision: 2, minutes: 90 });
    expect(saved.challenges.map(({ slug, minutes }) => [slug, minutes])).toEqual([
      ['other', undefined],
      ['sample', undefined],
    ]);
    expect((await listAudit(api.db, `assessment:${made.id}`)).map(({ action }) => action)).toEqual([
      'assessment.created',
      'assessment.changed',
    ]);
  });

  it('holds in the attempt: order, clocks, policies, rubric, review rule, feedback and retention', async () => {
    const { id } = await create();
    const { client, attemptId } = await inviteTo(id);
    const path = `/api/attempts/${attemptId}`;
    await client.post(`${path}/start`);
    const attempt = CandidateAttempt.parse((await client.get(path)).body);
    expect(attempt).toMatchObject({
      title: draft.title,
      minutes: 75,
      clockMode: 'separate',
      policies: draft.policies,
      rules: draft.rules,
    });
    expect(attempt.recorded).toContain('Nothing else.');
    expect(attempt.challenges.map(({ slug, minutes }) => [slug, minutes])).toEqual([
      ['other', 40],
      ['sample', 35],
    ]);

    const reviewed = ReviewedAttempt.parse(
      (await admin.get(`/api/review/attempts/${attemptId}`)).body,
    );
    expect(reviewed.challenges.map(({ rubric }) => rubric.map(({ id: one }) => one))).toEqual([
      ['explains'],
      ['correctness', 'clarity'],
    ]);
    expect(reviewed.feedbackPolicy).toEqual(draft.feedback);
    await client.post(`${path}/finish`);
    const reviewer = await signIn(api, 'reviewer');
    const score = (challenge: string, criterion: string) =>
      reviewer.put(`/api/review/attempts/${attemptId}/review`, {
        scores: [{ challenge, criterion, score: 4, note: 'Said why.' }],
      });
    expect((await score('other', 'correctness')).status).toBe(400);
    expect((await score('other', 'explains')).status).toBe(200);
    expect((await findAttempt(api.db, attemptId))?.assessment).toMatchObject({
      reviewRule: draft.review,
      retentionDays: 30,
    });
    // Anchors are for those who score.
    expect(client.received.join()).not.toContain(anchors[5]);
  });

  it('is locked by its first invitation; a change makes the next version and those invited keep theirs', async () => {
    const first = await create();
    const early = await inviteTo(first.id);
    const locked = await load(first.id);
    expect(locked.lockedAt).toBeDefined();
    expect(await save(locked, { title: 'Too late' })).toMatchObject({
      status: 409,
      body: { code: 'LOCKED' },
    });

    const answer = await addVersion(first.id, { title: 'Payments, second', note: 'Less time.' });
    const second = AssessmentTemplate.parse(answer.body);
    expect(second).toMatchObject({ version: 2, title: 'Payments, second' });
    expect(second.versions).toMatchObject([
      { version: 2, note: 'Less time.', invited: 0 },
      { version: 1, invited: 1, lockedAt: locked.lockedAt },
    ]);
    const late = await inviteTo(second.id);
    const titleOf = async ({ client, attemptId }: typeof early) =>
      CandidateAttempt.parse((await client.get(`/api/attempts/${attemptId}`)).body).title;
    expect([await titleOf(early), await titleOf(late)]).toEqual([
      'Payments engineer',
      'Payments, second',
    ]);
    const listed = z
      .array(z.object({ id: z.uuid(), title: z.string(), version: z.int(), invited: z.int() }))
      .parse((await admin.get('/api/assessments')).body);
    expect(listed.filter(({ id }) => id === first.id)).toEqual([]);
    expect(listed.find(({ id }) => id === second.id)).toMatchObject({ version: 2, invited: 2 });
  });

  it('tells the second of two editors that they are, and overwrites nothing', async () => {
    const made = await create();
    expect((await save(made, { title: 'Of the first' })).status).toBe(200);
    expect(await save(made, { title: 'Of the second' })).toMatchObject({
      status: 409,
      body: { code: 'CHANGED_MEANWHILE' },
    });
    expect(await load(made.id)).toMatchObject({ title: 'Of the first', revision: 2 });

    expect(await addVersion(made.id)).toMatchObject({ status: 409, body: { code: 'NOT_LOCKED' } });
    await inviteTo(made.id);
    const answers = await Promise.all([addVersion(made.id), addVersion(made.id)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect((await load(made.id)).versions).toHaveLength(2);
  });

  it('refuses a challenge that is not offered, and clocks without minutes', async () => {
    const offered = z
      .array(OfferedChallenge)
      .parse((await admin.get('/api/assessment-challenges')).body);
    expect(offered.map(({ slug }) => slug)).toEqual(['other', 'sample']);
    expect(JSON.stringify(offered)).not.toContain(canaries.solution);
    const challenges = [{ slug: 'gone', minutes: 20 }];
    expect(await admin.post('/api/assessments', { ...draft, challenges })).toMatchObject({
      status: 422,
      body: { code: 'CHALLENGE_NOT_OFFERED', data: { slug: 'gone' } },
    });
    const clockless = { ...draft, challenges: [{ slug: 'sample' }] };
    expect((await admin.post('/api/assessments', clockless)).status).toBe(400);
    const twice = { ...draft, challenges: [draft.challenges[1], draft.challenges[1]] };
    expect((await admin.post('/api/assessments', twice)).status).toBe(400);
  });
});

describe('a role', () => {
  const role: RoleDraft = {
    title: 'Payments engineer',
    organisation: 'Northwind',
    level: 'senior',
    skills: [
      { name: 'PostgreSQL', weight: 3, need: 'must' },
      { name: 'Idempotency', weight: 5, need: 'must' },
      { name: 'Kubernetes', weight: 1, need: 'nice' },
    ],
    sections: {
      intro: 'We move money.',
      overview: '',
      project: '',
      culture: '',
      qualifications: '- Five years of services',
    },
  };
  const make = async () => Role.parse((await admin.post('/api/roles', role)).body);

  it('keeps what it asks for, names what must be there heaviest first, and knows its assessments', async () => {
    const made = await make();
    expect(made).toMatchObject({ ...role, revision: 1, assessments: [] });
    const { id } = await create({ roleId: made.id });
    const listed = z.array(RoleRow).parse((await admin.get('/api/roles')).body);
    expect(listed.find((row) => row.id === made.id)).toMatchObject({
      musts: ['Idempotency', 'PostgreSQL'],
      assessments: 1,
    });
    const path = `/api/roles/${made.id}`;
    expect(Role.parse((await admin.get(path)).body).assessments).toEqual([
      { id, title: draft.title, version: 1 },
    ]);
    const assessments = z
      .array(z.object({ id: z.uuid(), role: z.string().optional() }))
      .parse((await admin.get('/api/assessments')).body);
    expect(assessments.find((row) => row.id === id)?.role).toBe('Payments engineer');
    expect(await admin.send('DELETE', path)).toMatchObject({ body: { code: 'ROLE_IN_USE' } });
    const unused = await make();
    expect((await admin.send('DELETE', `/api/roles/${unused.id}`)).status).toBe(204);
    expect((await admin.get(`/api/roles/${unused.id}`)).status).toBe(404);
    expect(await admin.post('/api/assessments', { ...draft, roleId: unused.id })).toMatchObject({
      body: { code: 'ROLE_UNKNOWN' },
    });
  });

  it('tells the second of two editors that they are, and goes back to what follows from the rest', async () => {
    const { id, ...made } = await make();
    const path = `/api/roles/${id}`;
    const first = { ...role, revision: made.revision, description: '# In my own words' };
    expect(await admin.put(path, first)).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await admin.put(path, { ...role, revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'CHANGED_MEANWHILE' },
    });
    expect(Role.parse((await admin.get(path)).body).description).toBe('# In my own words');
    await admin.put(path, { ...role, revision: 2 });
    expect(Role.parse((await admin.get(path)).body)).not.toHaveProperty('description');
    expect((await listAudit(api.db, `role:${id}`)).map(({ action }) => action)).toEqual([
      'role.created',
      'role.changed',
      'role.changed',
    ]);
    const twice = [role.skills[0], { ...role.skills[0], name: 'postgresql' }];
    expect((await admin.post('/api/roles', { ...role, skills: twice })).status).toBe(400);
  });
});

describe('a live session from an assessment', () => {
  it('begins with its plan, is scored by its rubric, and tells the candidate its rules', async () => {
    const plan = { sections: [{ title: 'Warm-up', minutes: 10, questions: ['Why two?'] }] };
    const { id: assessmentId } = await create({
      interview: InterviewPlan.parse(plan),
    });
    const session = await prepareSession(api, {
      from: { kind: 'assessment', assessmentId, slug: 'other' },
    });
    const { client } = await session.invite('candidate');
    const prepared = LiveSession.parse((await session.host.get(session.path)).body);
    expect(prepared).toMatchObject({
      plan,
      origin: { kind: 'challenge', slug: 'other' },
      assessment: { id: assessmentId, version: 1 },
    });
    const own = (await client.get(`/api/live/own/${session.sessionId}`)).body;
    expect(own).toMatchObject({
      allowed: { aiAssistants: 'allowed', documentation: 'not_allowed', rules: ['Work alone.'] },
    });
    const { criteria } = Scorecards.parse(
      (await session.host.get(`${session.path}/scorecards`)).body,
    );
    expect(criteria.map(({ key }) => key)).toEqual(['challenge/explains']);
    expect(client.received.join()).not.toContain(anchors[5]);
    expect(client.received.join()).not.toContain('Why two?');

    const elsewhere = { kind: 'assessment', assessmentId, slug: 'gone' };
    const refused = { title: 'None', from: elsewhere };
    expect((await session.host.post('/api/live/sessions', refused)).status).toBe(404);
  });
});
