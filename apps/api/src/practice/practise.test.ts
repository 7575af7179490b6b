import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateVerdict } from '@assay/contracts/http';
import { z } from 'zod';
import { invite } from '#testing/people.ts';
import { canaries, sampleChallenge } from '#testing/sampleChallenge.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { practiceSlug } from './practise.ts';

const Practice = z.object({
  challenge: z.object({ slug: z.string(), statement: z.string() }),
  starters: z.object({ typescript: z.record(z.string(), z.string()) }),
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    challenges: [sampleChallenge('sample'), sampleChallenge(practiceSlug)],
  });
});
afterAll(() => api.close());

describe('practice', () => {
  it('gives a challenge with its statement, judges files that come with the request, and keeps nothing', async () => {
    const { client, path } = await invite(api);
    const judged: unknown[] = [];
    const worker = api.queues.consumeJudge(async () => {}, {
      concurrency: 1,
      practise: async (job, report) => {
        judged.push(job.files);
        report({ practiceId: job.practiceId, verdict: sampleVerdict(job) });
      },
    });
    await worker.ready();
    const before = await api.countRows();
    const practice = Practice.parse((await client.get(`${path}/practice`)).body);
    expect(practice.challenge.slug).toBe(practiceSlug);
    const files = { 'src/index.ts': 'export const add = 1;\n' };
    const answer = await client.post(`${path}/practice/runs`, { suite: 'hidden', files });
    expect(CandidateVerdict.parse(answer.body)).toMatchObject({ passed: 2, total: 3 });
    expect(answer.text).not.toContain(canaries.hiddenName);
    expect(judged).toEqual([files]);
    expect(await api.countRows()).toEqual(before);
    await worker.close();
  });

  it('refuses files that no workspace could have, and ends with the start of the clock', async () => {
    const { client, path } = await invite(api);
    const escaped = { suite: 'public', files: { '../x': '' } };
    expect((await client.post(`${path}/practice/runs`, escaped)).status).toBe(422);
    await client.post(`${path}/start`);
    const late = await client.post(`${path}/practice/runs`, { suite: 'public', files: {} });
    expect(late).toMatchObject({ status: 409, body: { code: 'PRACTICE_OVER' } });
    expect((await client.get(`${path}/practice`)).status).toBe(409);
  });
});
