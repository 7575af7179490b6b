import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conversation, Message } from '@assay/contracts/http';
import { listAudit } from '@assay/db';
import { z } from 'zod';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const Messages = z.array(Message);
const Conversations = z.object({ rows: z.array(Conversation), total: z.int(), waiting: z.int() });

describe('questions to the organiser', () => {
  it('can be asked before the start, are answered by an admin, and arrive live on both sides', async () => {
    const { client, admin, path, attemptId } = await invite(api);
    const [theirs, ours] = [await connectSocket(api, client), await connectSocket(api, admin)];
    const heard = (socket: typeof theirs) =>
      new Promise<string>((resolve) => {
        socket.once('message:written', (message) => resolve(message.attemptId));
      });
    const atAdmin = heard(ours);
    const asked = await client.post(`${path}/messages`, { text: ' May I use a second screen? ' });
    expect(asked).toMatchObject({ status: 201, body: { text: 'May I use a second screen?' } });
    await expect(atAdmin).resolves.toBe(attemptId);

    const listed = async () => Conversations.parse((await admin.get('/api/conversations')).body);
    const mine = async () => (await listed()).rows.find((row) => row.attemptId === attemptId);
    expect(await mine()).toMatchObject({ waits: true, candidateName: 'Noor Haddad' });
    const { waiting } = await listed();
    expect(waiting).toBeGreaterThan(0);

    const atCandidate = heard(theirs);
    await admin.post(`/api/attempts/${attemptId}/answers`, { text: 'Yes.' });
    await expect(atCandidate).resolves.toBe(attemptId);
    const messages = Messages.parse((await client.get(`${path}/messages`)).body);
    expect(messages.map(({ from, text }) => [from, text])).toEqual([
      [undefined, 'May I use a second screen?'],
      [expect.any(String), 'Yes.'],
    ]);
    expect(await mine()).toMatchObject({ waits: false });
    expect((await listed()).waiting).toBe(waiting - 1);
    const audit = await listAudit(api.db, `attempt:${attemptId}`);
    expect(audit.map(({ action }) => action)).toEqual(['question.asked', 'question.answered']);
    expect(JSON.stringify(audit)).not.toContain('second screen');
    theirs.close();
    ours.close();
  });

  it('can be asked while the clock runs and after, and are for nobody else to read', async () => {
    const { client, path, attemptId } = await invite(api, { started: true });
    await client.post(`${path}/messages`, { text: 'During' });
    await client.post(`${path}/finish`);
    expect((await client.post(`${path}/messages`, { text: 'After' })).status).toBe(201);
    expect((await client.post(`${path}/messages`, { text: '   ' })).status).toBe(400);
    const stranger = await invite(api);
    expect((await stranger.client.get(`${path}/messages`)).status).toBe(404);
    const reviewer = await signIn(api, 'reviewer');
    expect((await reviewer.get('/api/conversations')).status).toBe(403);
    const answer = { text: 'Hello' };
    expect((await reviewer.post(`/api/attempts/${attemptId}/answers`, answer)).status).toBe(403);
  });
});
