import { describe, expect, it } from '@jest/globals';
import { AttemptRow, ReviewedAttempt } from '@assay/contracts/http';
import { z } from 'zod';
import { apiClient } from '#testing/apiClient.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';
import { demoChallenges } from './demoContent.ts';

const tokenOf = (link: string) => link.split('/').at(-1);

describe('the demo', () => {
  it('has an open invitation, staff with new links, and a finished attempt that is really judged', async () => {
    const api = await startTestApi({ challenges: demoChallenges.map(sampleChallenge) });
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    const first = await api.seedDemo();
    const second = await api.seedDemo();
    expect(second.candidate).toBe(first.candidate);

    const candidate = apiClient(api);
    const opened = await candidate.post('/api/candidate/session', {
      token: tokenOf(first.candidate),
    });
    const { attemptId } = opened.body as { attemptId: string };
    expect(await candidate.get(`/api/attempts/${attemptId}`)).toMatchObject({
      body: { state: 'invited' },
    });

    for (const role of ['admin', 'reviewer', 'interviewer'] as const) {
      for (const links of [first, second]) {
        const client = apiClient(api);
        await client.get(`/api/auth/magic-link/verify?token=${tokenOf(links[role])}`);
        expect(await client.get('/api/me')).toMatchObject({ status: 200, body: { role } });
      }
    }

    const reviewer = apiClient(api);
    const { reviewer: link } = await api.seedDemo();
    await reviewer.get(`/api/auth/magic-link/verify?token=${tokenOf(link)}`);
    const list = await reviewer.get('/api/review/attempts');
    const { rows } = z.object({ rows: z.array(AttemptRow) }).parse(list.body);
    expect(rows.map(({ state }) => state)).toEqual(['finished', 'invited']);
    const attempt = await waitFor(async () => {
      const answer = await reviewer.get(`/api/review/attempts/${rows[0]?.id}`);
      const parsed = ReviewedAttempt.parse(answer.body);
      const submissions = parsed.challenges.flatMap((challenge) => challenge.submissions);
      return submissions.every(({ state }) => state === 'judged') && parsed;
    });
    expect(attempt.challenges.map(({ submissions }) => submissions.length)).toEqual([2, 2, 1]);
    const [newest, oldest] = attempt.challenges[0]?.submissions ?? [];
    expect(newest?.files['src/index.ts']).toContain('reference');
    expect(oldest?.files['src/index.ts']).toContain('wrong');
    expect(Date.parse(newest?.createdAt ?? '')).toBeLessThan(Date.now());
    await judging.close();
    await api.close();
  });

  it('invites anew once its candidate has finished', async () => {
    const api = await startTestApi({ challenges: demoChallenges.map(sampleChallenge) });
    const first = await api.seedDemo();
    const candidate = apiClient(api);
    const opened = await candidate.post('/api/candidate/session', {
      token: tokenOf(first.candidate),
    });
    const { attemptId } = opened.body as { attemptId: string };
    await candidate.post(`/api/attempts/${attemptId}/start`);
    expect((await api.seedDemo()).candidate).toBe(first.candidate);
    await candidate.post(`/api/attempts/${attemptId}/finish`);
    const again = await api.seedDemo();
    expect(again.candidate).not.toBe(first.candidate);
    expect((await api.seedDemo()).candidate).toBe(again.candidate);
    await api.close();
  });
});
