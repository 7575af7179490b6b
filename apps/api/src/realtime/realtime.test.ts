import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorkspace, filesOf } from '@assay/workspace';
import { type CandidateTest } from '@assay/contracts/http';
import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { connectSocket, type TestSocket } from '#testing/connectSocket.ts';
import { invite, signIn } from '#testing/people.ts';
import { showableTest } from '#testing/sampleChallenge.ts';
import { sampleTests, sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
const sockets: TestSocket[] = [];
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

async function connect(client: ApiClient): Promise<TestSocket> {
  const socket = await connectSocket(api, client);
  sockets.push(socket);
  return socket;
}

async function open(socket: TestSocket, attemptId: string) {
  const doc = new Y.Doc();
  const stateVector = Uint8Array.from(Y.encodeStateVector(doc));
  const answer = await socket.emitWithAck('workspace:open', {
    attemptId,
    challenge: 'sample',
    stateVector,
  });
  if (answer.ok) Y.applyUpdate(doc, new Uint8Array(answer.update));
  return { doc, answer };
}

/** What typing at the start of the entry file amounts to. */
function typing(doc: Y.Doc, text: string): Uint8Array<ArrayBuffer> {
  const before = Y.encodeStateVector(doc);
  filesOf(doc).get('src/index.ts')?.insert(0, text);
  return Uint8Array.from(Y.encodeStateAsUpdate(doc, before));
}

const update = (socket: TestSocket, attemptId: string, bytes: Uint8Array<ArrayBuffer>) =>
  socket.emitWithAck('workspace:update', { attemptId, challenge: 'sample', update: bytes });

describe('a socket', () => {
  it('is not admitted without a session, nor from a page of another site', async () => {
    await expect(connectSocket(api, apiClient(api))).rejects.toThrow('UNAUTHORIZED');
    const { client } = await invite(api);
    await expect(connectSocket(api, client, { origin: 'https://evil.test' })).rejects.toThrow(
      'websocket error',
    );
  });

  it('saves what is typed and shows it to everybody else who has the workspace open', async () => {
    const { client, attemptId, path } = await invite(api, { started: true });
    const [typist, other] = [
      await connect(client),
      await connect(await signIn(api, 'interviewer')),
    ];
    const { doc, answer } = await open(typist, attemptId);
    expect(answer).toMatchObject({ ok: true, readOnly: false });
    expect((await open(other, attemptId)).answer).toMatchObject({ ok: true, readOnly: true });
    const seen = new Promise<string>((resolve) => {
      other.on('workspace:update', (message) => resolve(message.challenge));
    });
    expect(await update(typist, attemptId, typing(doc, '// typed\n'))).toEqual({ ok: true });
    expect(await seen).toBe('sample');
    expect((await client.get(`${path}/workspaces/sample`)).text).toContain('// typed');
  });

  it('shows at once what came over HTTP', async () => {
    const { client, attemptId, path } = await invite(api, { started: true });
    const socket = await connect(client);
    const { doc } = await open(socket, attemptId);
    socket.on('workspace:update', (message) => Y.applyUpdate(doc, new Uint8Array(message.update)));
    await client.put(`${path}/workspaces/sample`, { files: { 'a.ts': 'over HTTP' } });
    await waitFor(() => filesOf(doc).get('a.ts')?.toString() === 'over HTTP');
  });

  it('may not read or write the workspace of somebody else, nor write as staff', async () => {
    const [mine, theirs] = [
      await invite(api, { started: true }),
      await invite(api, { started: true }),
    ];
    const socket = await connect(mine.client);
    expect((await open(socket, theirs.attemptId)).answer).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
    const bytes = Uint8Array.from(Y.encodeStateAsUpdate(createWorkspace({ 'a.ts': 'x' })));
    expect(await update(socket, theirs.attemptId, bytes)).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
    const staff = await connect(await signIn(api, 'admin'));
    const { doc } = await open(staff, mine.attemptId);
    expect(await update(staff, mine.attemptId, typing(doc, 'x'))).toMatchObject({
      ok: false,
      code: 'read_only',
    });
  });

  it('is told that nothing can be saved before the start, and after the deadline', async () => {
    const late = await startTestApi();
    const { client, attemptId, path } = await invite(late);
    const socket = await connectSocket(late, client);
    expect((await open(socket, attemptId)).answer).toMatchObject({
      ok: false,
      code: 'unavailable',
    });
    await client.post(`${path}/start`);
    const { doc } = await open(socket, attemptId);
    late.passes(60);
    const answer = await update(socket, attemptId, typing(doc, 'too late'));
    expect(answer).toMatchObject({
      ok: false,
      code: 'read_only',
      message: expect.stringContaining('The time is over'),
    });
    expect((await open(socket, attemptId)).answer).toMatchObject({ ok: true, readOnly: true });
    expect((await client.get(`${path}/workspaces/sample`)).text).not.toContain('too late');
    socket.close();
    await late.close();
  });

  it('survives nonsense, and is cut off when it goes on', async () => {
    const { client, attemptId } = await invite(api, { started: true });
    const socket = await connect(client);
    // What no client of ours can send, so the types know no such thing.
    const raw = socket as unknown as Socket;
    const emit = (event: string, ...rest: unknown[]) => raw.emit(event, ...rest);
    emit('workspace:open');
    emit('workspace:open', { attemptId }, 'no function');
    emit('workspace:update', null);
    await open(socket, attemptId);
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    for (let n = 0; n < 20; n += 1) {
      void update(socket, attemptId, new Uint8Array([n, 255, 255, 7])).catch(() => {});
    }
    expect(await cut).toBe('io server disconnect');
  });

  it('hears test by test how a run goes, and of its verdict; staff of the verdict', async () => {
    const judging = api.judgeWith(async (job, report) => {
      const tests = sampleTests('hidden').map(({ name, suite, status }) => ({
        name,
        suite,
        status,
      }));
      for (let count = 1; count <= tests.length; count += 1) {
        report({ submissionId: job.submissionId, tests: tests.slice(0, count) });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return sampleVerdict(job);
    });
    await judging.ready();
    const { client, attemptId, path } = await invite(api, { started: true });
    const [socket, staff] = [await connect(client), await connect(await signIn(api, 'reviewer'))];
    const reports: CandidateTest[][] = [];
    socket.on('submission:progress', ({ tests }) => reports.push(tests));
    const judged = [socket, staff].map(
      (listener) => new Promise((resolve) => listener.once('submission:judged', resolve)),
    );
    const { body } = await client.post(`${path}/submissions`, {
      challenge: 'sample',
      suite: 'hidden',
    });
    const submissionId = (body as { id: string }).id;
    expect(await Promise.all(judged)).toEqual([
      { submissionId, attemptId },
      { submissionId, attemptId },
    ]);
    expect(reports.at(-1)).toEqual([
      { suite: 'hidden', number: 1, status: 'passed' },
      { suite: 'hidden', number: 2, title: showableTest, status: 'passed' },
      { suite: 'hidden', number: 3, status: 'failed' },
    ]);
    await judging.close();
  });

  it('is closed when its invitation is revoked', async () => {
    const { client, admin, invitation, path } = await invite(api, { started: true });
    const socket = await connect(client);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const answer = await admin.post(`/api/invitations/${invitation.id}/revoke`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'revoked' } });
    await closed;
    expect((await client.get(path)).status).toBe(401);
  });
});
