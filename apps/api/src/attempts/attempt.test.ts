import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateAttempt, CandidateSubmission } from '@assay/contracts/http';
import { listAudit } from '@assay/db';
import { z } from 'zod';
import { invite } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const Submissions = z.array(CandidateSubmission);

describe('an attempt', () => {
  it('shows what awaits, and the statements only once the clock runs', async () => {
    const { client, path } = await invite(api);
    const before = CandidateAttempt.parse((await client.get(path)).body);
    expect(before).toMatchObject({
      state: 'invited',
      minutes: 60,
      organisation: 'Northwind',
      rules: ['Be kind.'],
    });
    expect(before.challenges[0]).toMatchObject({ slug: 'sample', hints: [] });
    expect(before.challenges[0]).not.toHaveProperty('statement');
    expect(before).not.toHaveProperty('deadline');

    const started = CandidateAttempt.parse((await client.post(`${path}/start`)).body);
    expect(started).toMatchObject({ state: 'running' });
    expect(started.challenges[0]).toMatchObject({
      hints: ['Use +.'],
      statement: expect.stringContaining('# Add'),
    });
    expect(Date.parse(started.deadline ?? '') - Date.parse(started.startedAt ?? '')).toBe(
      60 * 60_000,
    );
  });

  it('starts once, however often it is asked to', async () => {
    const { client, path } = await invite(api);
    const answers = await Promise.all([1, 2, 3].map(() => client.post(`${path}/start`)));
    const deadlines = answers.map((answer) => CandidateAttempt.parse(answer.body).deadline);
    expect(new Set(deadlines).size).toBe(1);
    expect((await client.get(`${path}/workspaces/sample`)).body).toEqual({
      files: { 'README.md': 'Start here.\n', 'src/index.ts': 'export const add = () => 0;\n' },
    });
  });

  it('takes nothing before the start', async () => {
    const { client, path } = await invite(api);
    const submitted = await client.post(`${path}/submissions`, {
      challenge: 'sample',
      suite: 'public',
    });
    expect(submitted).toMatchObject({ status: 409, body: { code: 'NOT_STARTED' } });
    expect(await client.get(`${path}/workspaces/sample`)).toMatchObject({ status: 409 });
  });

  it('hands in what is not handed in when the candidate finishes, and takes nothing after', async () => {
    const { client, path } = await invite(api, { started: true });
    const finished = await client.post(`${path}/finish`);
    expect(finished).toMatchObject({ status: 200, body: { state: 'finished' } });
    expect(await client.post(`${path}/finish`)).toMatchObject({
      status: 200,
      body: { state: 'finished' },
    });
    const submissions = Submissions.parse((await client.get(`${path}/submissions`)).body);
    expect(
      submissions.map(({ challenge, suite, sentBy }) => `${challenge} ${suite} ${sentBy}`).sort(),
    ).toEqual(['other hidden candidate', 'sample hidden candidate']);
    for (const refused of [
      await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'hidden' }),
      await client.put(`${path}/workspaces/sample`, { files: {} }),
      await client.post(`${path}/start`),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'ATTEMPT_FINISHED' } });
    }
  });

  it('leaves an audit trail', async () => {
    const { client, path, attemptId } = await invite(api, { started: true });
    await client.post(`${path}/finish`);
    const events = await listAudit(api.db, `attempt:${attemptId}`);
    expect(events.map(({ action, actor }) => [action, actor])).toEqual([
      ['attempt.started', `candidate:${attemptId}`],
      ['attempt.finished', `candidate:${attemptId}`],
    ]);
  });
});

describe('the deadline', () => {
  it('refuses every change after it, and submits what was in the editor at that moment', async () => {
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    await judging.ready();
    const { client, path } = await invite(api, { started: true });
    const work = { 'src/index.ts': 'export const add = (a, b) => a + b;\n' };
    await client.put(`${path}/workspaces/sample`, { files: work });
    // Handed in already, and not changed since.
    await client.post(`${path}/submissions`, { challenge: 'other', suite: 'hidden' });
    await waitFor(async () => {
      const listed = Submissions.parse((await client.get(`${path}/submissions`)).body);
      return listed.every(({ state }) => state === 'judged');
    });
    api.passes(60);

    for (const refused of [
      await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'hidden' }),
      await client.put(`${path}/workspaces/sample`, { files: {} }),
      await client.post(`${path}/start`),
      await client.post(`${path}/finish`),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'DEADLINE_PASSED' } });
      expect(refused.text).toContain('The time is over');
    }
    expect((await client.get(path)).body).toMatchObject({ state: 'finished' });
    const submissions = await waitFor(async () => {
      const listed = Submissions.parse((await client.get(`${path}/submissions`)).body);
      return listed.every(({ state }) => state === 'judged') && listed;
    });
    expect(submissions.map(({ challenge, sentBy }) => `${challenge} by ${sentBy}`)).toEqual([
      'sample by deadline',
      'other by candidate',
    ]);
    expect((await client.get(`${path}/workspaces/sample`)).body).toEqual({ files: work });
    await judging.close();
  });

  it('ends an attempt on time by its job, without anybody asking', async () => {
    const short = await startTestApi();
    const { client, path, attemptId } = await invite(short, { started: true });
    short.passes(60);
    await short.queues.scheduleDeadline(attemptId, new Date());
    const events = await waitFor(async () => {
      const listed = await listAudit(short.db, `attempt:${attemptId}`);
      return listed.length === 2 && listed;
    });
    expect(events[1]).toMatchObject({ action: 'attempt.finished', actor: 'system' });
    expect((await client.get(path)).body).toMatchObject({ state: 'finished' });
    await short.close();
  });
});
