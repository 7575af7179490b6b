import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CopyRun,
  Rejudgement,
  type ReviewSubmission,
  ReviewedAttempt,
} from '@assay/contracts/http';
import type { PracticeJob, RejudgeJob } from '@assay/contracts/queue';
import type { Verdict } from '@assay/contracts/verdict';
import { findJudged, listAudit } from '@assay/db';
import type { ApiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { base, sampleTests, sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
let reviewer: ApiClient;
/** What the judge answers the second time. */
let again: (job: RejudgeJob) => Promise<Verdict>;
const jobs: RejudgeJob[] = [];
const copies: PracticeJob[] = [];
let close: () => Promise<void>;
beforeAll(async () => {
  api = await startTestApi();
  reviewer = await signIn(api, 'reviewer');
  const judging = api.judgeWith(
    async (job) => sampleVerdict(job),
    (job) => {
      jobs.push(job);
      return again(job);
    },
    async (job) => {
      copies.push(job);
      return { ...base, status: 'passed', tests: sampleTests('hidden') };
    },
  );
  close = () => judging.close();
});
afterAll(async () => {
  await close();
  await api.close();
});

async function submitted() {
  const candidate = await invite(api, { started: true });
  const answer = await candidate.client.post(`${candidate.path}/submissions`, {
    challenge: 'sample',
    suite: 'hidden',
  });
  const { id } = answer.body as { id: string };
  const read = async (client: ApiClient): Promise<ReviewSubmission | undefined> => {
    const { body } = await client.get(`/api/review/attempts/${candidate.attemptId}`);
    const { challenges } = ReviewedAttempt.parse(body);
    return challenges.flatMap(({ submissions }) => submissions).find((one) => one.id === id);
  };
  await waitFor(async () => (await read(reviewer))?.state === 'judged');
  return { id, candidate, read };
}

const rejudge = (client: ApiClient, id: string) =>
  client.post(`/api/review/submissions/${id}/rejudge`);

describe('a submission that a reviewer has judged once more', () => {
  it('is judged by what its verdict names, and found the same beside it', async () => {
    const { id, read } = await submitted();
    again = async () => ({
      ...sampleVerdict({ suite: 'hidden' }),
      usage: { cpuMs: 99, wallMs: 99, peakProcessMb: 99 },
    });
    const asked = await rejudge(reviewer, id);
    expect(asked.status).toBe(202);
    expect(Rejudgement.parse(asked.body)).not.toHaveProperty('comparison');
    const shown = await waitFor(async () => {
      const submission = await read(reviewer);
      return submission?.rejudgement?.comparison && submission;
    });
    expect(shown.rejudgement).toMatchObject({ comparison: { outcome: 'same' } });
    const { seed, limits } = base.provenance;
    expect(jobs.at(-1)).toMatchObject({ challengeHash: '0'.repeat(64), seed, limits });
    const actions = (await listAudit(api.db, `submission:${id}`)).map(({ action }) => action);
    expect(actions).toEqual([
      'submission.created',
      'submission.judged',
      'submission.rejudge_requested',
      'submission.rejudged',
    ]);
  });

  it('keeps its verdict when the second one differs, and shows in what', async () => {
    const { id, read, candidate } = await submitted();
    const before = await findJudged(api.db, id);
    again = async () => ({
      ...base,
      status: 'passed',
      tests: sampleTests('hidden').map((test) => ({ ...test, status: 'passed' })),
    });
    await rejudge(reviewer, id);
    const shown = await waitFor(async () => (await read(reviewer))?.rejudgement?.comparison);
    expect(shown).toMatchObject({
      outcome: 'different',
      differences: [
        { what: 'status', was: 'failed', is: 'passed' },
        { what: 'test', was: 'failed', is: 'passed' },
      ],
    });
    expect(await findJudged(api.db, id)).toEqual(before);
    const { text } = await candidate.client.get(`${candidate.path}/submissions`);
    expect(text).not.toContain('rejudge');
  });

  it('is judged once however often that is asked for at once, and again when asked later', async () => {
    const { id, read } = await submitted();
    const { promise, resolve: finish } = Promise.withResolvers<void>();
    again = async () => {
      await promise;
      return sampleVerdict({ suite: 'hidden' });
    };
    const count = jobs.length;
    const answers = await Promise.all([1, 2, 3].map(() => rejudge(reviewer, id)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    finish();
    await waitFor(async () => (await read(reviewer))?.rejudgement?.comparison);
    expect(jobs).toHaveLength(count + 1);
    await rejudge(reviewer, id);
    await waitFor(() => jobs.length === count + 2);
  });

  it('may be asked for by those who grade, and by nobody else', async () => {
    const { id } = await submitted();
    const interviewer = await signIn(api, 'interviewer');
    expect((await rejudge(interviewer, id)).status).toBe(403);
    expect(await rejudge(reviewer, crypto.randomUUID())).toMatchObject({ status: 404 });
  });

  it('has to have a verdict', async () => {
    const own = await startTestApi();
    const staff = await signIn(own, 'reviewer');
    const candidate = await invite(own, { started: true });
    const answer = await candidate.client.post(`${candidate.path}/submissions`, {
      challenge: 'sample',
      suite: 'hidden',
    });
    expect(await rejudge(staff, (answer.body as { id: string }).id)).toMatchObject({
      status: 409,
      body: { defined: true, code: 'NOT_JUDGED' },
    });
    await own.close();
  });
});

describe('an edited copy of a submission', () => {
  const run = (client: ApiClient, id: string, files: Record<string, string>) =>
    client.post(`/api/review/submissions/${id}/copy-runs`, { files });
  const files = { 'src/index.ts': 'export const add = (a, b) => a + b; // COPIED' };

  it('is run against the hidden tests under the terms of the original, and nothing of it is kept', async () => {
    const { id, read, candidate } = await submitted();
    const [before, rows] = [await read(reviewer), await api.countRows()];
    const answer = await run(reviewer, id, files);
    expect(CopyRun.parse(answer.body)).toMatchObject({ verdict: { status: 'passed' } });
    const { limits } = base.provenance;
    const { challengeHash, seed } = (await findJudged(api.db, id)) ?? {};
    expect(copies.at(-1)).toMatchObject({ suite: 'hidden', files, limits, challengeHash, seed });
    expect(await api.countRows()).toEqual(rows);
    await waitFor(async () => (await api.findText('COPIED')).length === 0);
    expect(await read(reviewer)).toEqual(before);
    const { text } = await candidate.client.get(`${candidate.path}/record/full`);
    expect(text).not.toContain('COPIED');
  });

  it('has to be what a workspace could be, of work that is still there, and by those who grade', async () => {
    const { id, candidate } = await submitted();
    expect(await run(reviewer, id, { '../x': '' })).toMatchObject({
      status: 422,
      body: { code: 'FILES_REFUSED' },
    });
    const large = { 'a.ts': 'x'.repeat(256 * 1024 + 1) };
    expect((await run(reviewer, id, large)).status).toBe(413);
    expect((await run(reviewer, crypto.randomUUID(), files)).status).toBe(404);
    expect((await run(await signIn(api, 'interviewer'), id, files)).status).toBe(403);
    await candidate.client.post(`${candidate.path}/finish`);
    await waitFor(async () => {
      const erased = await candidate.admin.post(`/api/erasures/${candidate.attemptId}`);
      return erased.status === 200;
    });
    expect(await run(reviewer, id, files)).toMatchObject({
      status: 409,
      body: { code: 'ERASED' },
    });
  });
});
