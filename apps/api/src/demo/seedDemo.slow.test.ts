import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttemptHistory, AttemptRow, ReviewedAttempt } from '@assay/contracts/http';
import { findAttempt, listDocumentUpdates, listMembers } from '@assay/db';
import { readLog } from '@assay/workspace';
import { z } from 'zod';
import { invitationToken } from '#invitations/invitationToken.ts';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { demoChallenges } from './demoContent.ts';
import { readRecording, type Recording } from './recording/recording.ts';

const tokenOf = (link: string) => link.split('/').at(-1);
const minuteMs = 60_000;

describe('the demo', () => {
  let api: TestApi;
  let recording: Recording;
  let admin: ApiClient;
  const rowsOf = (table: string) => recording.tables.find(({ name }) => name === table)?.rows ?? [];
  const signedIn = async (link: string) => {
    const client = apiClient(api);
    await client.get(`/api/auth/magic-link/verify?token=${tokenOf(link)}`);
    return client;
  };

  beforeAll(async () => {
    recording = await readRecording();
    api = await startTestApi({ challenges: demoChallenges.map(sampleChallenge) });
    // As an installation whose demo is older than the recording.
    await api.seedDemo({ recorded: false });
    admin = await signedIn((await api.seedDemo()).admin);
  });
  afterAll(() => api.close());

  it('has an open invitation, and staff with new links at each start', async () => {
    const first = await api.seedDemo();
    const second = await api.seedDemo();
    expect(second.candidate).toBe(first.candidate);
    const candidate = apiClient(api);
    const opened = await candidate.post('/api/candidate/session', {
      token: tokenOf(first.candidate),
    });
    const { attemptId } = opened.body as { attemptId: string };
    expect(await candidate.get(`/api/attempts/${attemptId}`)).toMatchObject({
      body: { state: 'invited' },
    });
    for (const role of ['admin', 'reviewer', 'interviewer'] as const)
      for (const links of [first, second]) {
        const client = await signedIn(links[role]);
        expect(await client.get('/api/me')).toMatchObject({ status: 200, body: { role } });
      }
  });

  it('adds what was recorded once, with the members that are there already, and as if it were of these weeks', async () => {
    const attempts = rowsOf('attempts');
    expect(attempts.length).toBeGreaterThan(40);
    const counted = await api.pglite.query<{ rows: number }>(
      'select count(*)::int as rows from attempts',
    );
    expect(counted.rows[0]?.rows).toBe(attempts.length + 1);
    expect(await listMembers(api.db)).toHaveLength(rowsOf('users').length);
    const running = attempts.filter(({ state }) => state === 'running');
    expect(running.length).toBeGreaterThan(0);
    for (const { id, deadline } of running) {
      const found = await findAttempt(api.db, String(id));
      const left = Number(found?.attempt.deadline) - Date.now();
      expect(Math.abs(left - Number(deadline))).toBeLessThan(10 * minuteMs);
    }
    // A list of reviews at every state, judged throughout.
    const list = await admin.get('/api/review/attempts');
    const { rows } = z.object({ rows: z.array(AttemptRow) }).parse(list.body);
    const states = new Set(rows.map(({ state }) => state));
    expect(states.has('finished') && states.has('graded')).toBe(true);
    expect(api.logs.filter((line) => line.includes('could not be added'))).toEqual([]);
  });

  it('has histories that end in what was handed in', async () => {
    const judged = rowsOf('submissions').filter(({ at_end }) => at_end === true);
    expect(judged.length).toBeGreaterThan(0);
    for (const { attempt_id, challenge, files } of judged) {
      const key = { attemptId: String(attempt_id), challenge: String(challenge) };
      const log = await listDocumentUpdates(api.db, key, 0);
      expect(readLog(log.map(({ bytes }) => bytes))).toEqual(files);
      const times = log.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
    const [first] = judged;
    const path = `/api/review/attempts/${String(first?.['attempt_id'])}`;
    const attempt = ReviewedAttempt.parse((await admin.get(path)).body);
    expect(attempt.challenges.flatMap(({ submissions }) => submissions)).not.toEqual([]);
    const history = await admin.get(`${path}/history/${String(first?.['challenge'])}`);
    expect(AttemptHistory.parse(history.body)).toBeDefined();
  });

  it('has open invitations whose links are of this installation, and forgets whom one erases', async () => {
    const invited = new Set(
      rowsOf('attempts').flatMap(({ id, state }) => (state === 'invited' ? [id] : [])),
    );
    const opened = await Promise.all(
      rowsOf('invitations')
        .filter(({ attempt_id }) => invited.has(attempt_id))
        .map(async ({ id, link }) => {
          const of = { id: String(id), link: Number(link) };
          const token = invitationToken('a secret of this test', of);
          return (await apiClient(api).post('/api/candidate/session', { token })).status;
        }),
    );
    expect(opened.filter((status) => status === 200).length).toBeGreaterThan(4);
    const open = rowsOf('attempts').find(({ state }) => state === 'graded');
    const attemptId = String(open?.['id']);
    const whose = await findAttempt(api.db, attemptId);
    const { name = '', email = '' } = whose?.candidate ?? {};
    expect(await api.findText(email)).not.toEqual([]);
    expect((await admin.post(`/api/erasures/${attemptId}`)).status).toBe(200);
    expect(await api.findText(email)).toEqual([]);
    expect(await api.findText(name)).toEqual([]);
    await api.seedDemo();
    expect(await api.findText(email)).toEqual([]);
  });

  it('invites anew once its candidate has finished', async () => {
    const first = await api.seedDemo();
    const candidate = apiClient(api);
    const opened = await candidate.post('/api/candidate/session', {
      token: tokenOf(first.candidate),
    });
    const { attemptId } = opened.body as { attemptId: string };
    await candidate.post(`/api/attempts/${attemptId}/start`);
    expect((await api.seedDemo()).candidate).toBe(first.candidate);
    await candidate.post(`/api/attempts/${attemptId}/finish`);
    const again = await api.seedDemo();
    expect(again.candidate).not.toBe(first.candidate);
    expect((await api.seedDemo()).candidate).toBe(again.candidate);
  });
});
