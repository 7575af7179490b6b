import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { makeToken, signIn } from '#testing/people.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const program = fileURLToPath(new URL('../../../../examples/ats/ats.ts', import.meta.url));

let api: TestApi;
let admin: ApiClient;
let ownEnv: Record<string, string>;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  api = await startTestApi({ webhooks: { networks: ['127.0.0.1'] } });
  const judging = api.judgeWith(async (job) => sampleVerdict(job));
  ends.push(
    () => judging.close(),
    () => api.close(),
  );
  admin = await signIn(api, 'admin');
  const scopes = [
    'candidates:read',
    'candidates:write',
    'assessments:read',
    'reviews:read',
  ] as const;
  const { secret } = await makeToken(api, admin, [...scopes]);
  ownEnv = { ASSAY_URL: api.url, ASSAY_TOKEN: secret, POLL_MS: '50' };
});
afterAll(async () => {
  for (const end of ends) await end();
});

/** The example as a process of its own, and the JSON lines that it has printed. */
function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...ownEnv, ...env } });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const closed = once(child, 'close');
  return {
    child,
    lines: () =>
      output
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line)),
    ended: async () => {
      await closed;
      return { code: child.exitCode, complaints };
    },
  };
}

async function run(...args: string[]): Promise<unknown> {
  const running = start(args);
  expect(await running.ended()).toEqual({ code: 0, complaints: '' });
  return running.lines()[0];
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** The messages of a webhook, as the example reads them. */
async function listen() {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/hooks`;
  const made = await admin.post('/api/webhooks', {
    url,
    events: ['candidate.invited', 'candidate.submitted', 'candidate.decided'],
  });
  const { secret } = z.object({ secret: z.string() }).parse(made.body);
  const listener = start(['listen'], {
    ASSAY_WEBHOOK_SECRET: secret,
    PORT: String(port),
  });
  ends.unshift(async () => {
    listener.child.kill();
    await listener.ended();
  });
  await waitFor(() => listener.lines()[0]);
  return { url, messages: () => listener.lines().slice(1) };
}

const scores = ['sample', 'other'].flatMap((challenge) =>
  ['correctness', 'clarity'].map((criterion) => ({
    challenge,
    criterion,
    score: 4,
    note: 'Good.',
  })),
);

describe('the example of an applicant tracking system', () => {
  it('invites once, follows and is told the stages, and fetches the report', async () => {
    const inbox = await listen();
    expect(await run('assessments')).toContainEqual(
      expect.objectContaining({ id: api.assessmentId }),
    );
    const invitation = ['invite', api.assessmentId, 'app-4711', 'ada@ats.test', 'Ada', 'Lovelace'];
    const { link } = z.object({ link: z.url() }).parse(await run(...invitation));
    expect(await run(...invitation)).toMatchObject({ link });
    expect(await run('stage', 'app-4711')).toMatchObject({ stage: 'invited' });
    const follower = start(['follow', 'app-4711']);
    const stages = () => follower.lines().map((line) => (line as { stage: string }).stage);
    await waitFor(() => stages().includes('invited'));

    const candidate = apiClient(api);
    const session = await candidate.post('/api/candidate/session', {
      token: link.split('/').at(-1),
    });
    const { attemptId } = session.body as { attemptId: string };
    await candidate.post(`/api/attempts/${attemptId}/start`);
    await waitFor(() => stages().includes('started'));
    await candidate.post(`/api/attempts/${attemptId}/finish`);
    const review = `/api/review/attempts/${attemptId}`;
    const submitted = () => admin.post(`${review}/review`, { scores });
    await waitFor(async () => (await submitted()).status < 300);
    const decision = { outcome: 'advance', reason: 'Clear and correct.', replaces: null };
    expect((await admin.post(`${review}/decisions`, decision)).status).toBe(200);
    expect(await follower.ended()).toEqual({ code: 0, complaints: '' });
    expect(stages().at(-1)).toBe('advanced');

    expect(await run('report', 'app-4711')).toMatchObject({
      stage: 'advanced',
      candidateName: 'Ada Lovelace',
      score: 4,
      results: [{ challenge: 'sample' }, { challenge: 'other' }],
      decision: { outcome: 'advance', reason: 'Clear and correct.' },
    });
    await waitFor(() => inbox.messages().length >= 3);
    const toldInAnyOrder = inbox
      .messages()
      .map((message) => z.looseObject({ type: z.string() }).parse(message))
      .sort((a, b) => b.type.localeCompare(a.type));
    expect(toldInAnyOrder).toEqual(
      ['candidate.submitted', 'candidate.invited', 'candidate.decided'].map((type) =>
        expect.objectContaining({ type, data: expect.objectContaining({ attemptId }) }),
      ),
    );
    const forged = await fetch(inbox.url, { method: 'POST', body: '{"type":"candidate.decided"}' });
    expect(forged.status).toBe(401);
  });

  it('says what is wrong, and ends', async () => {
    const nobody = start(['stage', 'app-0']);
    expect(await nobody.ended()).toEqual({
      code: 1,
      complaints: 'Nobody was invited for app-0.\n',
    });
    const outsider = start(['stage', 'app-4711'], { ASSAY_TOKEN: 'assay_wrong' });
    expect(await outsider.ended()).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('UNAUTHORIZED'),
    });
  });
});
