import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExploreJob } from '@assay/contracts/queue';
import { apiClient } from '#testing/apiClient.ts';
import { invite } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { FleetingDesk } from './FleetingDesk.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const statement = { kind: 'sql', text: 'select 1' };
const answer = {
  kind: 'sql' as const,
  result: { columns: ['?column?'], rows: [['1']], count: 1 },
  console: [],
  virtualMs: 0,
  cpuMs: 0,
  queries: 0,
};

describe('exploring', () => {
  it("sends the candidate's files and steps to a worker, and answers what it reports", async () => {
    const { client, path } = await invite(api, { started: true });
    const jobs: ExploreJob[] = [];
    const worker = api.queues.consumeJudge(async () => {}, {
      concurrency: 1,
      explore: async (job, report) => {
        jobs.push(job);
        report({
          explorationId: job.explorationId,
          exploration: { status: 'done', answers: [answer] },
        });
      },
    });
    const sent = { challenge: 'sample', steps: [statement] };
    const { status, body } = await client.post(`${path}/explorations`, sent);
    expect({ status, body }).toEqual({
      status: 200,
      body: { status: 'done', answers: [answer] },
    });
    expect(jobs).toMatchObject([
      { steps: [statement], files: { 'src/index.ts': 'export const add = () => 0;\n' } },
    ]);
    expect((await client.get(`${path}/submissions`)).body).toEqual([]);
    await worker.close();
  });

  it('refuses what the challenge does not have, and everybody but the candidate in their time', async () => {
    const { client, path } = await invite(api, { started: true });
    const request = { kind: 'http', method: 'GET', path: '/', headers: [], body: '' };
    const refused = await client.post(`${path}/explorations`, {
      challenge: 'sample',
      steps: [request],
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'NOT_EXPLORABLE' } });

    const sent = { challenge: 'sample', steps: [statement] };
    expect((await apiClient(api).post(`${path}/explorations`, sent)).status).toBe(401);
    const stranger = await invite(api, { started: true });
    expect((await stranger.client.post(`${path}/explorations`, sent)).status).toBe(404);
    const early = await invite(api);
    expect((await early.client.post(`${early.path}/explorations`, sent)).status).toBe(409);
    const many = { challenge: 'sample', steps: Array.from({ length: 21 }, () => statement) };
    expect((await client.post(`${path}/explorations`, many)).status).toBe(400);
    const injected = { ...request, headers: [{ name: 'x', value: 'a\r\nb: c' }] };
    const body = { challenge: 'sample', steps: [injected] };
    expect((await client.post(`${path}/explorations`, body)).status).toBe(400);
  });

  it('gives up, and takes the work from the queue, when no judge has time', async () => {
    const desk = new FleetingDesk(api.queues, { patienceMs: 50 });
    const listeners = desk.listen();
    await Promise.all(listeners.map((listener) => listener.ready()));
    const job = { explorationId: 'late', challengeHash: 'x', seed: 1, files: {}, steps: [] };
    const owner = { group: 'g', person: 'p' };
    const steps: ExploreJob['steps'] = [{ kind: 'sql', text: 'select 1' }];
    await expect(desk.explore({ ...job, steps }, owner)).resolves.toBeUndefined();
    const seen: string[] = [];
    const worker = api.queues.consumeJudge(async () => {}, {
      concurrency: 1,
      explore: async ({ explorationId }) => void seen.push(explorationId),
    });
    await worker.ready();
    const next = { ...job, steps, explorationId: 'next' };
    await desk.explore(next, owner);
    expect(seen).toEqual(['next']);
    await worker.close();
    await Promise.all(listeners.map((listener) => listener.close()));
  });
});

describe('versions to compare with', () => {
  it('are the starter and the runs of the same challenge of the same person', async () => {
    const { client, path } = await invite(api, { started: true });
    const files = { 'src/index.ts': 'export const add = 1;\n' };
    await client.send('PUT', `${path}/workspaces/sample`, { files });
    const run = await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'public' });
    const { id } = run.body as { id: string };
    const version = (name: string, challenge = 'sample') =>
      client.get(`${path}/workspaces/${challenge}/versions/${name}`);
    expect((await version('starter')).body).toMatchObject({
      files: { 'README.md': 'Start here.\n' },
    });
    expect((await version(id)).body).toEqual({ files });
    expect((await version(id, 'other')).status).toBe(404);
    const stranger = await invite(api, { started: true });
    const theirs = await stranger.client.get(`${stranger.path}/workspaces/sample/versions/${id}`);
    expect(theirs.status).toBe(404);
  });
});
