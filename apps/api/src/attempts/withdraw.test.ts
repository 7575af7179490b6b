import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAudit } from '@assay/db';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('withdrawing', () => {
  it.each(['before the start', 'while the clock runs', 'after handing in'])(
    'is possible %s, and final',
    async (when) => {
      const { client, path, attemptId } = await invite(api, {
        started: when !== 'before the start',
      });
      if (when === 'after handing in') await client.post(`${path}/finish`);
      expect((await client.post(`${path}/withdraw`)).body).toMatchObject({ state: 'withdrawn' });
      expect((await client.post(`${path}/withdraw`)).body).toMatchObject({ state: 'withdrawn' });
      for (const refused of [
        await client.post(`${path}/start`),
        await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'public' }),
        await client.put(`${path}/workspaces/sample`, { files: {} }),
        await client.post(`${path}/finish`),
      ])
        expect(refused).toMatchObject({ status: 409, body: { code: 'WITHDRAWN' } });
      const audit = await listAudit(api.db, `attempt:${attemptId}`);
      expect(audit.filter(({ action }) => action === 'attempt.withdrawn')).toHaveLength(1);
    },
  );

  it('is refused once the work is graded, and changes nothing then', async () => {
    const { client, path, attemptId } = await invite(api, { started: true });
    await client.post(`${path}/finish`);
    const reviewer = await signIn(api, 'reviewer');
    const scores = ['sample', 'other'].flatMap((challenge) =>
      ['correctness', 'clarity'].map((criterion) => ({
        challenge,
        criterion,
        score: 3,
        note: 'Reads well.',
      })),
    );
    await reviewer.post(`/api/review/attempts/${attemptId}/review`, { scores });
    expect(await client.post(`${path}/withdraw`, { reason: 'Too late.' })).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_GRADED', message: expect.stringContaining('has been graded') },
    });
    expect((await client.get(path)).body).toMatchObject({ state: 'graded' });
    expect((await client.get(`${path}/messages`)).text).not.toContain('Too late.');
  });

  it('is told to staff at once, with the words that the candidate left, and keeps anybody from grading', async () => {
    const { client, admin, path, attemptId } = await invite(api, { started: true });
    const socket = await connectSocket(api, admin);
    const told = new Promise<string>((resolve) =>
      socket.once('attempt:changed', (message) => resolve(message.attemptId)),
    );
    await client.post(`${path}/withdraw`, { reason: 'I took another offer.' });
    await expect(told).resolves.toBe(attemptId);
    expect((await admin.get('/api/conversations')).text).toContain('I took another offer.');
    expect((await admin.get('/api/review/attempts?state=withdrawn')).text).toContain(attemptId);
    const reviewer = await signIn(api, 'reviewer');
    const graded = await reviewer.post(`/api/review/attempts/${attemptId}/review`, { scores: [] });
    expect(graded).toMatchObject({ status: 409, body: { code: 'WITHDRAWN' } });
    socket.close();
  });
});
