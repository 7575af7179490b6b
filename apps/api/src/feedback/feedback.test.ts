import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateFeedback, type FeedbackPolicy, ReviewedAttempt } from '@assay/contracts/http';
import type { ApiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { canaries, sampleChallenge, showableTest } from '#testing/sampleChallenge.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const everything: FeedbackPolicy = { behaviours: true, comments: true, writeUp: true };
const words = {
  message: 'Thank you for the care you took.',
  comments: [
    { challenge: 'sample', criterion: 'clarity', text: 'Your names say what they hold.' },
    { challenge: 'sample', criterion: 'correctness', text: 'The last case was missing.' },
  ],
};
const scores = ['sample', 'other'].flatMap((challenge) =>
  ['correctness', 'clarity'].map((criterion) => ({
    challenge,
    criterion,
    score: 2,
    note: canaries.review,
  })),
);

let api: TestApi;
beforeAll(async () => {
  const challenges = ['sample', 'other'].map((slug) => ({
    ...sampleChallenge(slug),
    writeUp: '# Why it adds',
  }));
  api = await startTestApi({ challenges, feedback: everything });
});
afterAll(() => api.close());

/** A candidate who has handed in, and whose work is judged. */
async function finished(on: TestApi) {
  const judging = on.judgeWith(async (job) => sampleVerdict(job));
  await judging.ready();
  const candidate = await invite(on, { started: true });
  await candidate.client.post(`${candidate.path}/finish`);
  const reviewer = await signIn(on, 'reviewer');
  const review = `/api/review/attempts/${candidate.attemptId}`;
  await waitFor(async () => {
    const { challenges } = ReviewedAttempt.parse((await reviewer.get(review)).body);
    return challenges.every(({ submissions }) => submissions[0]?.state === 'judged');
  });
  await judging.close();
  return { ...candidate, reviewer, review };
}

const read = async (client: ApiClient, path: string) =>
  CandidateFeedback.parse((await client.get(`${path}/feedback`)).body);

describe('feedback', () => {
  it('is which behaviours hold at once, and words only once a reviewer releases them', async () => {
    const { client, path, reviewer, review } = await finished(api);
    const early = await read(client, path);
    expect(early.challenges[0]?.behaviours).toEqual({
      summary: '2 of 3 behaviours hold.',
      tests: [
        { suite: 'hidden', number: 1, status: 'passed' },
        { suite: 'hidden', number: 2, title: showableTest, status: 'passed' },
        { suite: 'hidden', number: 3, status: 'failed' },
      ],
    });
    expect(early).not.toHaveProperty('releasedAt');
    expect(early.challenges[0]).not.toHaveProperty('writeUp');

    expect(await reviewer.put(`${review}/feedback`, words)).toMatchObject({
      status: 409,
      body: { code: 'NOT_REVIEWED' },
    });
    await reviewer.post(`${review}/review`, { scores });
    expect(await reviewer.put(`${review}/feedback`, words)).toMatchObject({ status: 200 });

    const { message, releasedAt, challenges } = await read(client, path);
    expect({ message, released: releasedAt !== undefined }).toEqual({
      message: words.message,
      released: true,
    });
    expect(challenges[0]?.comments).toEqual([
      { criterion: 'correctness', title: 'Correctness', text: 'The last case was missing.' },
      { criterion: 'clarity', title: 'Clarity', text: 'Your names say what they hold.' },
    ]);
    expect(challenges[0]?.writeUp).toMatchObject({ text: '# Why it adds' });
    expect(challenges[1]?.comments).toEqual([]);
    // Scores and the notes that led to them are not what was released.
    expect(client.received.join('\n')).not.toContain(canaries.review);

    const corrected = { ...words, comments: words.comments.slice(0, 1) };
    await reviewer.put(`${review}/feedback`, corrected);
    expect((await read(client, path)).challenges[0]?.comments).toHaveLength(1);
    const { feedback } = ReviewedAttempt.parse((await reviewer.get(review)).body);
    expect(feedback).toMatchObject(corrected);
  });

  it('is as little as the assessment allows', async () => {
    const strict = await startTestApi({
      feedback: { behaviours: false, comments: false, writeUp: false },
    });
    const { client, path, reviewer, review } = await finished(strict);
    await reviewer.post(`${review}/review`, { scores });
    expect(await reviewer.put(`${review}/feedback`, words)).toMatchObject({
      status: 409,
      body: { code: 'NOT_OFFERED' },
    });
    const { challenges } = await read(client, path);
    expect(challenges[0]).toEqual({ slug: 'sample', title: 'Challenge sample', comments: [] });
    await strict.close();
  });

  it('is there only after the attempt, and on criteria that there are', async () => {
    const { client, path } = await invite(api, { started: true });
    expect(await client.get(`${path}/feedback`)).toMatchObject({
      status: 409,
      body: { code: 'NOT_FINISHED' },
    });
    const { reviewer, review } = await finished(api);
    await reviewer.post(`${review}/review`, { scores });
    const unknown = { message: '', comments: [{ ...words.comments[0], criterion: 'taste' }] };
    expect((await reviewer.put(`${review}/feedback`, unknown)).status).toBe(400);
  });
});
