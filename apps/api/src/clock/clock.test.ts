import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AttemptHistory,
  CandidateAttempt,
  ReplayUpdates,
  ReviewedAttempt,
} from '@assay/contracts/http';
import { listAudit } from '@assay/db';
import { readLog } from '@assay/workspace';
import type { ApiClient } from '#testing/apiClient.ts';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite, signIn } from '#testing/people.ts';
import { base, sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const minuteMs = 60_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const read = async (client: ApiClient, path: string) =>
  CandidateAttempt.parse((await client.get(path)).body);

/** How long the candidate has in all, ms. */
function lengthOf({
  startedAt,
  deadline,
}: Pick<CandidateAttempt, 'startedAt' | 'deadline'>): number {
  return Date.parse(deadline ?? '') - Date.parse(startedAt ?? '');
}

const auditOf = async (attemptId: string, action: string) =>
  (await listAudit(api.db, `attempt:${attemptId}`)).filter((event) => event.action === action);

describe('extra time', () => {
  it('multiplies the minutes, is set before the start by admins alone, and is audited', async () => {
    const { client, admin, path, attemptId, invitation } = await invite(api);
    const address = `/api/invitations/${invitation.id}/time`;
    expect((await admin.put(address, { timePercent: 150 })).body).toMatchObject({
      timePercent: 150,
    });
    expect((await admin.put(address, { timePercent: 50 })).status).toBe(400);
    expect(await read(client, path)).toMatchObject({ minutes: 90, timePercent: 150 });
    await client.post(`${path}/start`);
    expect(lengthOf(await read(client, path))).toBe(90 * minuteMs);
    expect(await admin.put(address, { timePercent: 200 })).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_STARTED' },
    });
    const [set] = await auditOf(attemptId, 'time.share_set');
    expect(set?.detail).toEqual({ timePercent: 150 });
  });

  it('cannot be told from what a reviewer receives of a finished attempt', async () => {
    const { client, admin, path, attemptId, invitation } = await invite(api);
    await admin.put(`/api/invitations/${invitation.id}/time`, { timePercent: 200 });
    await client.post(`${path}/start`);
    api.passes(60);
    await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'public' });
    await client.put(`${path}/workspaces/sample`, { files: { 'src/index.ts': '// half-time' } });
    const pasted = { kind: 'pasted', agoMs: 0, path: 'src/index.ts', length: 40, fromHere: false };
    await client.post(`${path}/activity`, {
      events: [{ id: crypto.randomUUID(), challenge: 'sample', ...pasted }],
    });
    api.passes(59.9);
    await client.post(`${path}/finish`);
    const reviewer = await signIn(api, 'reviewer');
    const seen = ReviewedAttempt.parse(
      (await reviewer.get(`/api/review/attempts/${attemptId}`)).body,
    );
    const used = Date.parse(seen.finishedAt ?? '') - Date.parse(seen.startedAt ?? '');
    expect(used).toBeLessThanOrEqual(60 * minuteMs);
    expect(used).toBeGreaterThan(59 * minuteMs);
    const [run] = seen.challenges[0]?.submissions.filter(({ suite }) => suite === 'public') ?? [];
    const runAt = Date.parse(run?.createdAt ?? '') - Date.parse(seen.startedAt ?? '');
    expect(Math.round(runAt / minuteMs)).toBe(30);
    // The history that reviewers replay has the same clock.
    const history = `/api/review/attempts/${attemptId}/history/sample`;
    const { pastes } = AttemptHistory.parse((await reviewer.get(history)).body);
    const sinceStart = (atMs: number) =>
      Math.round((atMs - Date.parse(seen.startedAt ?? '')) / minuteMs);
    expect(pastes.map(({ at, ...paste }) => [sinceStart(Date.parse(at)), paste])).toEqual([
      [30, { path: 'src/index.ts', length: 40, fromHere: false }],
    ]);
    const { updates } = ReplayUpdates.parse((await reviewer.get(`${history}/updates`)).body);
    const lastMs = updates.reduce((atMs, [sinceMs]) => atMs + sinceMs, 0);
    expect(sinceStart(lastMs)).toBe(30);
    expect(readLog(updates.map(([, , bytes]) => Buffer.from(bytes, 'base64')))).toEqual({
      'src/index.ts': '// half-time',
    });
    expect((await client.get(history)).status).toBe(401);
    const all = reviewer.received.join('');
    expect(all).not.toMatch(/percent|deadline"|credit/i);
  });
});

describe('the time of a slow judge', () => {
  it('is given back while it is slow, beyond what anybody has to wait, and the audit log says so', async () => {
    const { client, path, attemptId } = await invite(api, { started: true });
    await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'public' });
    api.passes(61);
    // The time would be over, but nobody has taken the run yet.
    const waiting = await read(client, path);
    expect(waiting).toMatchObject({ state: 'running', credits: [{ cause: 'judge_slow' }] });
    expect(lengthOf(waiting)).toBeGreaterThan(120 * minuteMs - 20_000);

    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    await judging.ready();
    await waitFor(async () => (await auditOf(attemptId, 'time.given')).length === 1);
    const judged = await read(client, path);
    const [credit] = judged.credits;
    expect(lengthOf(judged)).toBe(60 * minuteMs + (credit?.addedMs ?? 0));
    expect(credit?.addedMs).toBeGreaterThan(60 * minuteMs);
    api.passes(60);
    expect(await read(client, path)).toMatchObject({ state: 'finished' });
    await judging.close();
  });

  it('is not given for a run that was taken in time, however long it ran', async () => {
    const { client, path } = await invite(api, { started: true });
    const judging = api.judgeWith(async (job, report) => {
      report({ submissionId: job.submissionId, tests: [] });
      await waitFor(async () => {
        const [run] = (await client.get(`${path}/submissions`)).body as { state: string }[];
        return run?.state === 'running';
      });
      api.passes(1);
      return { ...sampleVerdict(job), usage: { ...base.usage, wallMs: 60_000 } };
    });
    await judging.ready();
    await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'public' });
    await waitFor(async () => {
      const [run] = (await client.get(`${path}/submissions`)).body as { state: string }[];
      return run?.state === 'judged';
    });
    expect(await read(client, path)).toMatchObject({ credits: [] });
    await judging.close();
  });

  it('is given in full, up to a limit, when the judge fails', async () => {
    const { client, path } = await invite(api, { started: true });
    const judging = api.judgeWith(async () => {
      api.passes(8);
      return { ...base, status: 'sandbox_error', errorId: 'e1', message: 'The runner died.' };
    });
    await judging.ready();
    const submit = async (challenge: string, runs: number) => {
      await client.post(`${path}/submissions`, { challenge, suite: 'public' });
      await waitFor(async () => {
        const listed = (await client.get(`${path}/submissions`)).body as { state: string }[];
        return listed.length === runs && listed.every(({ state }) => state === 'judged');
      });
    };
    const failures = async () =>
      (await read(client, path)).credits.filter(({ cause }) => cause === 'judge_failed');
    await submit('sample', 1);
    const sum = (credits: { addedMs: number }[]) =>
      credits.reduce((total, { addedMs }) => total + addedMs, 0);
    const [first] = (await read(client, path)).credits;
    expect(first?.addedMs).toBeGreaterThanOrEqual(8 * minuteMs - 11_000);
    await submit('other', 2);
    expect(sum(await failures())).toBeLessThanOrEqual(10 * minuteMs);
    await judging.close();
  });
});

describe('minutes from an organiser', () => {
  it('move the deadline with a reason that the candidate reads, and only while a clock runs', async () => {
    const { client, admin, path, attemptId } = await invite(api);
    const give = () =>
      admin.post(`/api/attempts/${attemptId}/time`, {
        minutes: 5,
        reason: 'Your fire alarm rang.',
      });
    expect(await give()).toMatchObject({ status: 409, body: { code: 'NOT_RUNNING' } });
    await client.post(`${path}/start`);
    const socket = await connectSocket(api, client);
    const told = new Promise<string>((resolve) =>
      socket.once('attempt:changed', (message) => resolve(message.attemptId)),
    );
    expect((await give()).status).toBe(200);
    await expect(told).resolves.toBe(attemptId);
    const attempt = await read(client, path);
    expect(lengthOf(attempt)).toBe(65 * minuteMs);
    expect(attempt.credits).toMatchObject([
      { cause: 'organiser', addedMs: 5 * minuteMs, reason: 'Your fire alarm rang.' },
    ]);
    socket.close();
  });
});
