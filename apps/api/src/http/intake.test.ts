import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAudit } from '@assay/db';
import { CandidateSubmission } from '@assay/contracts/http';
import { invite } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { maxBodyBytes } from './createApp.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** More runs than a minute allows. */
const tooMany = 40;

describe('what a hostile candidate sends', () => {
  it('is refused by its size before it is unpacked, when a small body unpacks to a huge one', async () => {
    const { client, path } = await invite(api, { started: true });
    const bomb = gzipSync(`{"files":{"src/a.ts":"${'x'.repeat(50_000_000)}"}}`);
    const answer = await fetch(`${api.url}${path}/workspaces/sample`, {
      method: 'PUT',
      headers: {
        cookie: client.cookieHeader(),
        origin: api.url,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: bomb,
    });
    expect(bomb.length).toBeLessThan(maxBodyBytes);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  it('as runs without end gets 429 with a time to come back, and leaves others alone', async () => {
    const flooding = await invite(api, { started: true });
    const other = await invite(api, { started: true });
    const submission = { challenge: 'sample', suite: 'hidden' };
    const answers = await Promise.all(
      Array.from({ length: tooMany }, () =>
        flooding.client.post(`${flooding.path}/submissions`, submission),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other.client.post(`${other.path}/submissions`, submission)).status).toBe(202);
  });

  it('bit by bit, a submission each, is on record', async () => {
    const { client, path } = await invite(api, { started: true });
    const answer = await client.post(`${path}/submissions`, {
      challenge: 'sample',
      suite: 'hidden',
    });
    const { id } = CandidateSubmission.parse(answer.body);
    expect((await listAudit(api.db, `submission:${id}`)).map(({ action }) => action)).toContain(
      'submission.created',
    );
  });
});
