import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateSubmission } from '@assay/contracts/http';
import { listAudit } from '@assay/db';
import { z } from 'zod';
import { invite } from '#testing/people.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

type Candidate = Awaited<ReturnType<typeof invite>>;

async function submit({ client, path }: Candidate, suite = 'public'): Promise<string> {
  const answer = await client.post(`${path}/submissions`, { challenge: 'sample', suite });
  expect(answer.status).toBe(202);
  return CandidateSubmission.parse(answer.body).id;
}
const cancel = ({ client, path }: Candidate, id: string) =>
  client.post(`${path}/submissions/${id}/cancel`);
const list = async ({ client, path }: Candidate) =>
  z.array(CandidateSubmission).parse((await client.get(`${path}/submissions`)).body);

describe('cancelling a run', () => {
  it('ends it for good, and lets the next one start', async () => {
    const candidate = await invite(api, { started: true });
    const id = await submit(candidate);
    expect((await list(candidate))[0]).toMatchObject({ state: 'queued' });
    // It is enqueued in the background.
    await waitFor(async () => (await list(candidate))[0]?.ahead === 0);
    const answer = await cancel(candidate, id);
    expect(answer.body).toMatchObject({ id, state: 'cancelled' });
    expect((await cancel(candidate, id)).body).toMatchObject({ state: 'cancelled' });
    const next = await submit(candidate);
    expect((await list(candidate)).map(({ state }) => state)).toEqual(['queued', 'cancelled']);

    const late = api.judgeWith(async (job) => sampleVerdict(job));
    await waitFor(async () => (await list(candidate))[0]?.state === 'judged');
    await late.close();
    // A worker that did not hear of it in time.
    const { verdict } = (await list(candidate))[0] ?? {};
    expect(verdict).toBeDefined();
    const job = {
      submissionId: id,
      suite: 'public',
      seed: 1,
      files: {},
      challengeHash: '',
    } as const;
    await api.queues.enqueueVerdict({ submissionId: id, verdict: sampleVerdict(job) });
    await submit(candidate);
    const after = await list(candidate);
    expect(after.find((submission) => submission.id === id)).toMatchObject({ state: 'cancelled' });
    expect(after.find((submission) => submission.id === id)?.verdict).toBeUndefined();
    expect(after.find((submission) => submission.id === next)?.state).toBe('judged');
    const actions = (await listAudit(api.db, `submission:${id}`)).map(({ action }) => action);
    expect(actions).toEqual(['submission.created', 'submission.cancelled']);
  });

  it('comes too late once there is a verdict, and is not for the runs of others', async () => {
    const candidate = await invite(api, { started: true });
    const stranger = await invite(api, { started: true });
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    const id = await submit(candidate);
    await waitFor(async () => (await list(candidate))[0]?.state === 'judged');
    await judging.close();
    const late = await cancel(candidate, id);
    expect(late).toMatchObject({ status: 409, body: { code: 'ALREADY_JUDGED' } });
    expect((await cancel(stranger, id)).status).toBe(404);
  });

  it('of a submission lets the end of the attempt hand the work in', async () => {
    const candidate = await invite(api, { started: true });
    await cancel(candidate, await submit(candidate, 'hidden'));
    await candidate.client.post(`${candidate.path}/finish`);
    const handedIn = (await list(candidate)).filter(({ challenge }) => challenge === 'sample');
    expect(handedIn.map(({ state, suite }) => `${suite} ${state}`)).toEqual([
      'hidden queued',
      'hidden cancelled',
    ]);
    expect((await cancel(candidate, handedIn[0]?.id ?? '')).status).toBe(409);
  });
});
