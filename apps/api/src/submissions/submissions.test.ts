import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateSubmission } from '@assay/contracts/http';
import { listAudit } from '@assay/db';
import { z } from 'zod';
import { invite } from '#testing/people.ts';
import { showableTest } from '#testing/sampleChallenge.ts';
import { base, sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

type Candidate = Awaited<ReturnType<typeof invite>>;

async function submit({ client, path }: Candidate, suite = 'hidden'): Promise<CandidateSubmission> {
  const answer = await client.post(`${path}/submissions`, { challenge: 'sample', suite });
  expect(answer.status).toBe(202);
  return CandidateSubmission.parse(answer.body);
}

async function list({ client, path }: Candidate): Promise<CandidateSubmission[]> {
  return z.array(CandidateSubmission).parse((await client.get(`${path}/submissions`)).body);
}

describe('a submission', () => {
  it('is stored, judged once, and stays the same when its verdict comes again', async () => {
    const candidate = await invite(api, { started: true });
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    const { id, state } = await submit(candidate, 'public');
    expect(state).toBe('queued');
    const [judged] = await waitFor(async () => {
      const listed = await list(candidate);
      return listed[0]?.state === 'judged' && listed;
    });
    expect(judged).toMatchObject({
      id,
      sentBy: 'candidate',
      verdict: { status: 'failed', summary: '2 of 3 behaviours hold.', passed: 2, total: 3 },
    });
    await api.queues.enqueueVerdict({ submissionId: id, verdict: { ...base, status: 'passed' } });
    await judging.close();
    await submit(candidate, 'public');
    expect((await list(candidate)).at(-1)).toEqual(judged);
    const actions = (await listAudit(api.db, `submission:${id}`)).map(({ action }) => action);
    expect(actions).toEqual(['submission.created', 'submission.judged']);
  });

  it('names those hidden tests to its candidate that the challenge lets be shown', async () => {
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    await judging.ready();
    const candidate = await invite(api, { started: true });
    await submit(candidate);
    const tests = await waitFor(async () => (await list(candidate))[0]?.verdict?.tests);
    expect(tests).toEqual([
      { suite: 'hidden', number: 1, status: 'passed' },
      { suite: 'hidden', number: 2, title: showableTest, status: 'passed' },
      { suite: 'hidden', number: 3, status: 'failed' },
    ]);
    await judging.close();
  });

  it('is refused while the last one of the challenge is not judged, however many come at once', async () => {
    const { client, path } = await invite(api, { started: true });
    const answers = await Promise.all(
      ['public', 'hidden', 'public', 'hidden'].map((suite) =>
        client.post(`${path}/submissions`, { challenge: 'sample', suite }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([202, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      defined: true,
      code: 'STILL_RUNNING',
    });
    const other = await client.post(`${path}/submissions`, { challenge: 'other', suite: 'hidden' });
    expect(other.status).toBe(202);
  });

  it('that is sent again with its key is the first one, also at the same moment, judged, and after the end', async () => {
    const candidate = await invite(api, { started: true });
    const { client, path } = candidate;
    const idempotencyKey = randomUUID();
    const press = { challenge: 'sample', suite: 'hidden', idempotencyKey };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => client.post(`${path}/submissions`, press)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const [first] = answers.map(({ body }) => CandidateSubmission.parse(body));
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => first));
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    const [judged] = await waitFor(async () => {
      const listed = await list(candidate);
      return listed[0]?.state === 'judged' && listed;
    });
    await client.post(`${path}/finish`, {});
    const late = await client.post(`${path}/submissions`, press);
    expect(late).toMatchObject({ status: 202, body: judged });
    const created = (await listAudit(api.db, `submission:${first?.id}`)).filter(
      ({ action }) => action === 'submission.created',
    );
    expect(created).toHaveLength(1);
    await judging.close();
  });

  it('is refused with a key that another one has, and with what is none; one of another attempt may have it', async () => {
    const { client, path } = await invite(api, { started: true });
    const idempotencyKey = randomUUID();
    const press = { challenge: 'sample', suite: 'hidden', idempotencyKey };
    const { body } = await client.post(`${path}/submissions`, press);
    const misused = await client.post(`${path}/submissions`, { ...press, suite: 'public' });
    expect(misused).toMatchObject({ status: 409, body: { code: 'KEY_TAKEN' } });
    const nonsense = { ...press, idempotencyKey: 'once more' };
    expect((await client.post(`${path}/submissions`, nonsense)).status).toBe(400);
    const other = await invite(api, { started: true });
    const answer = await other.client.post(`${other.path}/submissions`, press);
    expect(answer.status).toBe(202);
    expect(answer.body).not.toMatchObject({ id: CandidateSubmission.parse(body).id });
  });

  it('holds code with NUL and lone surrogates, and so does its verdict', async () => {
    const strange = `const s = "\0 \ud800";\n`;
    const seen: string[] = [];
    const judging = api.judgeWith(async (job) => {
      seen.push(job.files['src/index.ts'] ?? '');
      return { ...base, status: 'crashed', during: { phase: 'load' }, message: strange };
    });
    const candidate = await invite(api, { started: true });
    await candidate.client.put(`${candidate.path}/workspaces/sample`, {
      files: { 'src/index.ts': strange },
    });
    const { id } = await submit(candidate);
    const judged = await waitFor(async () =>
      (await list(candidate)).find((one) => one.id === id && one.verdict),
    );
    expect(judged.verdict?.crash).toBe(strange);
    expect(seen.at(-1)).toContain('\0');
    await judging.close();
  });

  it('that was stored and never enqueued is enqueued by the sweep of the next start', async () => {
    const first = await startTestApi();
    const candidate = await invite(first, { started: true });
    const enqueued: string[] = [];
    const { enqueueJudge } = first.queues;
    first.queues.enqueueJudge = () => Promise.reject(new Error('the queue is down'));
    const { id } = await submit(candidate);
    first.queues.enqueueJudge = async (job) => {
      enqueued.push(job.submissionId);
      await enqueueJudge(job);
    };
    first.passes(1);
    const again = await first.restart();
    await waitFor(() => enqueued.includes(id));
    await again.close();
    await first.close();
  });

  it('marks as running what a worker has begun', async () => {
    const candidate = await invite(api, { started: true });
    const { promise, resolve: finish } = Promise.withResolvers<void>();
    const judging = api.judgeWith(async (job, report) => {
      report({ submissionId: job.submissionId, tests: [] });
      await promise;
      return sampleVerdict(job);
    });
    await submit(candidate);
    await waitFor(async () => (await list(candidate))[0]?.state === 'running');
    finish();
    await waitFor(async () => (await list(candidate))[0]?.state === 'judged');
    await judging.close();
  });
});

describe('a verdict', () => {
  it('for a submission that is not there is dropped, and does not block those behind it', async () => {
    const candidate = await invite(api, { started: true });
    const { id } = await submit(candidate);
    await api.queues.enqueueVerdict({
      submissionId: crypto.randomUUID(),
      verdict: { ...base, status: 'passed' },
    });
    await api.queues.enqueueVerdict({ submissionId: id, verdict: { ...base, status: 'no_tests' } });
    await waitFor(async () => (await list(candidate))[0]?.state === 'judged');
  });
});
