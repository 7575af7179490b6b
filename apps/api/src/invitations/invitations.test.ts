import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateAttempt, InvitationRow, PastePreview } from '@assay/contracts/http';
import { z } from 'zod';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

const Invited = z.object({ invitation: InvitationRow, link: z.url() });
const Batch = z.object({
  invited: z.array(Invited),
  skipped: z.array(z.object({ email: z.string() })),
});

let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  admin = await signIn(api, 'admin');
});
afterAll(() => api.close());

const tokenOf = (link: string) => link.split('/').at(-1) ?? '';
const open = (link: string) =>
  apiClient(api).post('/api/candidate/session', { token: tokenOf(link) });
const newCandidate = (name: string) => ({
  id: crypto.randomUUID(),
  name,
  email: `${crypto.randomUUID()}@list.test`,
});
const inviteAll = (candidates: object[]) =>
  admin.post('/api/invitations/batch', { assessmentId: api.assessmentId, candidates });

describe('inviting a list', () => {
  it('marks in the preview who is invited already, and invites nobody by it', async () => {
    const { invitation } = await invite(api, { name: 'Ada' });
    const text = `Name;Email\nAda;${invitation.candidateEmail.toUpperCase()}\nBo;bo@preview.test`;
    const answer = await admin.post('/api/invitations/preview', {
      assessmentId: api.assessmentId,
      text,
    });
    const { rows } = PastePreview.parse(answer.body);
    expect(
      rows.map(({ name, problems }) => [name, problems.map(({ message }) => message)]),
    ).toEqual([
      ['Ada', [expect.stringMatching(/^Invited to this assessment already, on \d{4}-/)]],
      ['Bo', []],
    ]);
    expect(await api.findText('bo@preview.test')).toEqual([]);
  });

  it('gives everybody a link that opens, and keeps none of the links', async () => {
    const [ada, bo] = [newCandidate('Ada'), { ...newCandidate('Bo'), source: 'agency' }];
    const { invited } = Batch.parse((await inviteAll([ada, bo])).body);
    expect(invited.map(({ invitation }) => [invitation.candidateName, invitation.source])).toEqual([
      ['Ada', undefined],
      ['Bo', 'agency'],
    ]);
    for (const { link } of invited) {
      expect((await open(link)).status).toBe(200);
      expect(await api.findText(tokenOf(link))).toEqual([]);
    }
  });

  it('sent twice, even at once, invites once and answers the same links', async () => {
    const candidates = [newCandidate('Ada'), newCandidate('Bo')];
    const answers = await Promise.all([inviteAll(candidates), inviteAll(candidates)]);
    const links = answers.map(({ body }) => Batch.parse(body).invited.map(({ link }) => link));
    expect(links[0]).toHaveLength(2);
    expect(links[1]).toEqual(links[0]);
  });

  it('skips who has an invitation from another list, and refuses an id that is somebody else’s', async () => {
    const ada = newCandidate('Ada');
    await inviteAll([ada]);
    const again = { ...ada, id: crypto.randomUUID() };
    const { invited, skipped } = Batch.parse((await inviteAll([again, newCandidate('Bo')])).body);
    expect([invited.length, skipped]).toEqual([1, [{ email: ada.email }]]);
    const taken = await inviteAll([{ ...newCandidate('Cy'), id: ada.id }]);
    expect([taken.status, taken.body]).toEqual([
      409,
      expect.objectContaining({ code: 'ID_TAKEN' }),
    ]);
  });
});

describe('the source and the external id of a candidate', () => {
  it('are told to the organiser and to the candidate, and to no reviewer', async () => {
    const answer = await admin.post('/api/invitations', {
      assessmentId: api.assessmentId,
      candidateName: 'Cleo',
      candidateEmail: 'cleo@source.test',
      source: 'own_search',
      externalId: 'ats-4711',
    });
    const { invitation, link } = Invited.parse(answer.body);
    expect(invitation).toMatchObject({ source: 'own_search', externalId: 'ats-4711' });
    const found = await admin.get('/api/invitations?externalId=ats-4711');
    expect(found.body).toMatchObject({ total: 1, rows: [{ id: invitation.id }] });
    expect((await admin.get('/api/invitations?externalId=ats-47')).body).toMatchObject({
      total: 0,
    });
    const client = apiClient(api);
    await client.post('/api/candidate/session', { token: tokenOf(link) });
    const path = `/api/attempts/${invitation.attemptId}`;
    expect((await client.get(`${path}/record`)).body).toMatchObject({
      invitation: { source: 'own_search', externalId: 'ats-4711' },
    });
    expect(CandidateAttempt.parse((await client.post(`${path}/start`)).body).state).toBe('running');
    const reviewer = await signIn(api, 'reviewer');
    await reviewer.get('/api/review/attempts');
    await reviewer.get(`/api/review/attempts/${invitation.attemptId}`);
    expect(reviewer.received.join('\n')).toContain(invitation.attemptId);
    expect(reviewer.received.join('\n')).not.toContain('Cleo');
    expect(reviewer.received.join('\n')).not.toMatch(/own_search|ats-4711/);
  });
});
