import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateAttempt } from '@assay/contracts/http';
import { invite } from '#testing/people.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const plain = sampleChallenge('plain');
const both = sampleChallenge('both');
const starters = {
  typescript: both.starter,
  python: { 'app.py': 'def add(a, b):\n    return 0\n', 'README.md': 'Start here.\n' },
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    challenges: [
      {
        ...both,
        judged: { ...both.judged, languages: ['typescript', 'python'] },
        translations: { python: { starter: starters.python, solution: {} } },
      },
      plain,
    ],
  });
});
afterAll(() => api.close());

async function invited() {
  const { client, path } = await invite(api);
  const choose = (language: string, challenge = 'both') =>
    client.put(`${path}/challenges/${challenge}/language`, { language });
  const workspace = `${path}/workspaces/both`;
  const files = async () => (await client.get(workspace)).body;
  const starter = async () => (await client.get(`${workspace}/versions/starter`)).body;
  return { client, path, choose, files, starter, workspace };
}

describe('the language of a challenge', () => {
  it('is chosen before the start, and the workspace begins in it', async () => {
    const { client, path, choose, files, starter } = await invited();
    const [offered, other] = CandidateAttempt.parse((await client.get(path)).body).challenges;
    expect(offered).toMatchObject({
      begunIn: 'typescript',
      languages: [
        { language: 'typescript', title: 'TypeScript', entry: 'src/index.ts' },
        { language: 'python', title: 'Python', entry: 'app.py' },
      ],
    });
    expect(other?.languages).toHaveLength(1);
    const chosen = CandidateAttempt.parse((await choose('python')).body);
    expect(chosen.challenges[0]).toMatchObject({ begunIn: 'python' });
    await client.post(`${path}/start`);
    expect(await files()).toEqual({ files: starters.python });
    expect(await starter()).toEqual({ files: starters.python });
  });

  it('changes while nothing is submitted, and brings back what was written in it', async () => {
    const { client, path, choose, files, starter, workspace } = await invited();
    await client.post(`${path}/start`);
    const typescript = { 'src/index.ts': 'export const add = (a, b) => a + b;\n', 'notes.md': '' };
    await client.put(workspace, { files: typescript });
    await choose('python');
    expect(await files()).toEqual({ files: starters.python });
    expect(await starter()).toEqual({ files: starters.python });
    const python = { 'app.py': 'def add(a, b):\n    return a + b\n', 'rules.py': '' };
    await client.put(workspace, { files: python });
    await choose('typescript');
    expect(await files()).toEqual({ files: typescript });
    await choose('typescript');
    expect(await files()).toEqual({ files: typescript });
    await choose('python');
    expect(await files()).toEqual({ files: python });
  });

  it('is on the record, and the files that it brings are nobody’s edit', async () => {
    const { client, path, choose } = await invited();
    await client.post(`${path}/start`);
    await choose('python');
    const record = await client.get(`${path}/record`);
    expect(record.text).not.toContain('"edited"');
    expect(record.text).toContain('challenge.language_chosen');
  });

  it('stays once the challenge is submitted, but not for having been run', async () => {
    const { client, path, choose, files } = await invited();
    const worker = api.queues.consumeJudge(async () => {}, { concurrency: 1 });
    await worker.ready();
    await client.post(`${path}/start`);
    const send = (suite: string) =>
      client.post(`${path}/submissions`, { challenge: 'both', suite });
    const run = await send('public');
    expect((await choose('python')).status).toBe(200);
    await client.post(`${path}/submissions/${String(Object(run.body)['id'])}/cancel`);
    await waitFor(async () => (await send('hidden')).status === 202);
    expect(await choose('typescript')).toMatchObject({
      status: 409,
      body: { code: 'LANGUAGE_SETTLED' },
    });
    expect(await files()).toEqual({ files: starters.python });
    await worker.close();
  });

  it('is refused where the challenge does not allow it, and when the time is over', async () => {
    const { client, path, choose } = await invited();
    expect(await choose('python', 'plain')).toMatchObject({
      status: 422,
      body: { code: 'LANGUAGE_NOT_OFFERED' },
    });
    expect((await choose('cobol')).status).toBe(400);
    expect((await choose('python', 'nowhere')).status).toBe(404);
    await client.post(`${path}/start`);
    await client.post(`${path}/finish`);
    expect(await choose('python')).toMatchObject({
      status: 409,
      body: { code: 'ATTEMPT_FINISHED' },
    });
  });
});
