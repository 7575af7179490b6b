import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateAttempt, CandidateSubmission } from '@assay/contracts/http';
import { z } from 'zod';
import type { ApiClient } from '#testing/apiClient.ts';
import { invite } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ challengeMinutes: [20, 40] });
});
afterAll(() => api.close());

const files = { 'src/index.ts': 'export const add = 1;\n' };

async function begin() {
  const invited = await invite(api, { started: true });
  const { client, path } = invited;
  const challenge = async (slug: string) =>
    CandidateAttempt.parse((await client.get(path)).body).challenges.find(
      (one) => one.slug === slug,
    );
  const act = (slug: string, action: 'start' | 'finish') =>
    client.post(`${path}/challenges/${slug}/${action}`);
  return { ...invited, challenge, act };
}

const put = (client: ApiClient, path: string, slug: string) =>
  client.put(`${path}/workspaces/${slug}`, { files });

describe('challenges with clocks of their own', () => {
  it('are shown, and can be worked on, one after the other once each is started', async () => {
    const { client, path, challenge, act } = await begin();
    expect(await challenge('sample')).toMatchObject({ minutes: 20, clock: {}, hints: [] });
    expect(await challenge('sample')).not.toHaveProperty('statement');
    expect(await put(client, path, 'sample')).toMatchObject({
      status: 409,
      body: { code: 'NOT_STARTED' },
    });
    expect((await client.get(`${path}/workspaces/sample/versions/starter`)).status).toBe(404);

    expect((await act('sample', 'start')).status).toBe(200);
    const { clock, statement } = (await challenge('sample')) ?? {};
    expect(statement).toContain('# Add');
    expect(Date.parse(clock?.deadline ?? '') - Date.parse(clock?.startedAt ?? '')).toBe(
      20 * 60_000,
    );
    expect((await put(client, path, 'sample')).status).toBe(200);
    expect((await put(client, path, 'other')).status).toBe(409);
    expect(await act('other', 'start')).toMatchObject({
      status: 409,
      body: { code: 'OTHER_RUNNING' },
    });
  });

  it('end one by one, by hand or by their deadline, and with the last the attempt', async () => {
    const { client, path, attemptId, challenge, act } = await begin();
    await act('sample', 'start');
    await put(client, path, 'sample');
    api.passes(21);
    // A rest takes nobody's time.
    api.passes(90);
    expect(await put(client, path, 'sample')).toMatchObject({
      status: 409,
      body: { code: 'DEADLINE_PASSED' },
    });
    expect((await act('other', 'start')).status).toBe(200);
    const { clock } = (await challenge('sample')) ?? {};
    expect(clock?.finishedAt).toBe(clock?.deadline);

    expect((await act('other', 'finish')).body).toMatchObject({ state: 'finished' });
    const submissions = z
      .array(CandidateSubmission)
      .parse((await client.get(`/api/attempts/${attemptId}/submissions`)).body);
    expect(submissions.map((one) => `${one.challenge} by ${one.sentBy}`).toSorted()).toEqual([
      'other by candidate',
      'sample by deadline',
    ]);
  });

  it('get minutes from an organiser for the one that runs', async () => {
    const { admin, attemptId, challenge, act } = await begin();
    const give = () =>
      admin.post(`/api/attempts/${attemptId}/time`, { minutes: 5, reason: 'An alarm.' });
    expect((await give()).status).toBe(409);
    await act('sample', 'start');
    expect((await give()).status).toBe(200);
    const { clock } = (await challenge('sample')) ?? {};
    expect(Date.parse(clock?.deadline ?? '') - Date.parse(clock?.startedAt ?? '')).toBe(
      25 * 60_000,
    );
  });

  it('are over a day after their time, also those that nobody started', async () => {
    const { client, path } = await begin();
    api.passes(25 * 60);
    expect((await client.get(path)).body).toMatchObject({ state: 'finished' });
    expect((await client.get(`${path}/submissions`)).body).toEqual([]);
    expect((await client.get(`${path}/workspaces/other`)).status).toBe(409);
    expect((await client.get(`${path}/workspaces/other/versions/starter`)).status).toBe(404);
  });
});
