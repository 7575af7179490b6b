import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AttemptRow,
  ErasureRequest,
  DueErasure,
  ErasureRow,
  RetentionNight,
  ReviewedAttempt,
} from '@assay/contracts/http';
import { findAttempt, listAudit, listDue, listJudgedIds, replaceDeclarations } from '@assay/db';
import { z } from 'zod';
import { declarationKey } from '#declarations/declarationKey.ts';
import { apiClient } from '#testing/apiClient.ts';
import { findWords, listSampledColumns, listWordColumns } from '#testing/findText.ts';
import { invite, type signIn } from '#testing/people.ts';
import { plantCandidate, scores, words } from '#testing/plantedCandidate.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { wordlessColumns } from '#testing/wordlessColumns.ts';
import { lastNight, nextNight } from './nights.ts';

// Of http, so that requests can be tried.
const offered = ['sample', 'other'].map((slug) => {
  const challenge = sampleChallenge(slug);
  return { ...challenge, judged: { ...challenge.judged, port: 'http' as const } };
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ challenges: offered, webhooks: { networks: ['127.0.0.1'] } });
});
afterAll(() => api.close());

const ErasureRows = z.object({ rows: z.array(ErasureRow) });
const DueRows = z.object({ rows: z.array(DueErasure), nextNightAt: z.iso.datetime() });
const AttemptRows = z.object({ rows: z.array(AttemptRow) });

/** The queue's own tables, which are searched, too, and whose columns are not ours to list. */
const isOfQueue = (name: string) => name.startsWith('bullmq.');

const rowOf = async (client: Awaited<ReturnType<typeof signIn>>, attemptId: string) =>
  AttemptRows.parse((await client.get('/api/review/attempts')).body).rows.find(
    ({ id }) => id === attemptId,
  );

describe('an erasure', () => {
  it('leaves no word of the candidate in the whole database, and every count as it was', async () => {
    const candidate = await plantCandidate(api);
    const { client, admin, path, attemptId, reviewer, review, link, seen, places } = candidate;
    // Everything but what is never kept, or was forgotten before, is found now: so finding nothing later means something.
    const gone = ['statement', 'hold', 'meeting'];
    for (const [what, word] of Object.entries(words))
      expect([what, places.get(word)?.size === 0]).toEqual([what, gone.includes(what)]);
    // A column that is new belongs into `plantCandidate`, or into `wordlessColumns` with a reason.
    const known = new Set([...seen, ...Object.values(wordlessColumns).flat()]);
    const columns = (await listWordColumns(api.pglite)).filter((name) => !isOfQueue(name));
    expect(columns.filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !isOfQueue(name) && !columns.includes(name))).toEqual([]);
    expect(
      Object.values(wordlessColumns)
        .flat()
        .filter((name) => seen.has(name)),
    ).toEqual([]);
    // PostgreSQL keeps samples of columns for its planner, where their statistics are not off.
    const sampled = await listSampledColumns(api.pglite);
    expect([...seen].filter((name) => sampled.includes(name) && !isOfQueue(name))).toEqual([]);
    const before = await rowOf(reviewer, attemptId);

    const asked = await client.post(`${path}/erasure`);
    const { requestedAt, dueAt } = ErasureRequest.parse(asked.body);
    expect(Date.parse(dueAt) - Date.parse(requestedAt)).toBe(30 * 24 * 60 * 60_000);
    const [open] = ErasureRows.parse((await admin.get('/api/erasures')).body).rows;
    expect(open).toMatchObject({ attemptId, candidateName: words.name, requestedAt });
    expect(open).not.toHaveProperty('erasedAt');

    const erased = await admin.post(`/api/erasures/${attemptId}`);
    expect(erased).toMatchObject({ status: 200, body: { erasedBy: 'staff' } });
    // Nothing analyses the embedded database, which the queue's own tables are in, unless a test does.
    await api.pglite.query('analyze bullmq.job, bullmq.event');
    const left = await findWords(api.pglite, Object.values(words));
    expect([...left].filter(([, where]) => where.size > 0)).toEqual([]);
    for (const word of [words.name, words.email]) expect(api.logs.join('\n')).not.toContain(word);
    const { rows: declared } = await api.pglite.query('select * from declarations');
    expect(declared).toEqual([]);

    expect(await rowOf(reviewer, attemptId)).toEqual({
      ...before,
      candidateName: 'Erased candidate',
      erasedAt: expect.any(String),
    });
    const { challenges } = ReviewedAttempt.parse((await reviewer.get(review)).body);
    expect(challenges[0]?.submissions.map(({ verdict }) => verdict?.status)).toEqual([
      'failed',
      'crashed',
      'compile_error',
    ]);
    expect(challenges[0]?.submissions[0]?.verdict?.tests.map(({ status }) => status)).toEqual([
      'passed',
      'passed',
      'failed',
    ]);

    expect((await client.get(path)).status).toBe(401);
    const opened = await apiClient(api).post('/api/candidate/session', {
      token: link.split('/').at(-1),
    });
    expect(opened).toMatchObject({ status: 410, body: { code: 'LINK_ERASED' } });
    for (const refused of [
      await reviewer.post(`/api/review/submissions/${challenges[0]?.submissions[0]?.id}/rejudge`),
      await reviewer.put(`${review}/review`, { scores }),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'ERASED' } });
    }
    // Without its files, nothing of it can be judged again.
    expect(await listJudgedIds(api.db)).toEqual([]);
    expect((await admin.post(`/api/erasures/${attemptId}`)).status).toBe(200);
    const actions = (await listAudit(api.db, `attempt:${attemptId}`)).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('erasure.'))).toEqual([
      'erasure.requested',
    ]);
    expect(actions.filter((action) => action === 'attempt.erased')).toHaveLength(1);
  });

  it('of one attempt leaves the person to their others', async () => {
    const email = 'two@attempts.test';
    const first = await invite(api, { name: 'Two Attempts', email });
    const second = await invite(api, { name: 'Two Attempts', email });
    await first.admin.post(`/api/erasures/${first.attemptId}`);
    expect(await api.findText(email)).toEqual(['public.candidates']);
    expect((await second.client.get(second.path)).body).toMatchObject({
      candidateName: 'Two Attempts',
    });
    await first.admin.post(`/api/erasures/${second.attemptId}`);
    expect(await api.findText(email)).toEqual([]);
  });

  it('waits for the end of the attempt and for our judge', async () => {
    const { client, admin, path, attemptId } = await invite(api, { started: true });
    expect(await client.post(`${path}/erasure`)).toMatchObject({
      status: 409,
      body: { code: 'STILL_RUNNING' },
    });
    expect(await admin.post(`/api/erasures/${attemptId}`)).toMatchObject({
      status: 409,
      body: { code: 'STILL_RUNNING' },
    });
    await client.post(`${path}/finish`);
    expect(await admin.post(`/api/erasures/${attemptId}`)).toMatchObject({
      status: 409,
      body: { code: 'STILL_JUDGING' },
    });
  });

  it('that was asked for can be taken back until it is carried out', async () => {
    const { client, path, attemptId } = await invite(api);
    await client.post(`${path}/erasure`);
    expect((await client.get(`${path}/record`)).body).toHaveProperty('erasure');
    await client.send('DELETE', `${path}/erasure`);
    expect((await client.get(`${path}/record`)).body).not.toHaveProperty('erasure');
    const due = new Date(Date.now() + 31 * 24 * 60 * 60_000);
    const ids = (await listDue(api.db, { by: due, sessionDays: 180 })).map(({ id }) => id);
    expect(ids).not.toContain(attemptId);
  });
});

describe('the sweep of erasures', () => {
  it('carries out what is due: a month after it was asked for, and at the end of the time to keep it', async () => {
    const own = await startTestApi();
    const asked = await invite(own, { name: 'Asked Person', email: 'asked@sweep.test' });
    await asked.client.post(`${asked.path}/erasure`);
    await invite(own, { name: 'Kept Person', email: 'kept@sweep.test' });
    const due = async (days: number) => {
      const by = new Date(Date.now() + days * 24 * 60 * 60_000);
      return (await listDue(own.db, { by, sessionDays: 180 })).map(({ id }) => id);
    };
    expect(await due(28)).toEqual([]);
    expect(await due(31)).toEqual([asked.attemptId]);
    // The invitation works for 14 days, and what came of it is kept for 180.
    expect(await due(14 + 179)).toEqual([asked.attemptId]);
    const held = await invite(own, { name: 'Held Person', email: 'held@sweep.test' });
    const { admin } = held;
    const said = { question: 'age' as const, answer: 'from_40', month: '2026-01-01' };
    const declared = async () => {
      const { rows } = await own.pglite.query<{ key: string }>('select key from declarations');
      return rows.map(({ key }) => key);
    };
    const keys = [held.attemptId, crypto.randomUUID()].map((id) =>
      declarationKey('a secret of this test', id),
    );
    for (const key of keys)
      await replaceDeclarations(own.db, key, [{ ...said, keptUntil: '2026-06-01' }]);
    const heldId = (await findAttempt(own.db, held.attemptId))?.candidate.id ?? '';
    const hold = `/api/retention/holds/${heldId}`;
    expect((await admin.put(hold, { reason: 'zq_claim' })).status).toBe(204);
    expect(await admin.post(`/api/erasures/${held.attemptId}`)).toMatchObject({
      status: 409,
      body: { code: 'ON_HOLD' },
    });
    const facts = { candidateId: heldId, candidateName: 'Held Person', heldBy: 'The admin' };
    expect((await admin.get('/api/retention/holds')).body).toMatchObject([
      { ...facts, reason: 'zq_claim' },
    ]);

    own.passes((14 + 181) * 24 * 60);
    const preview = DueRows.parse((await admin.get('/api/retention/due')).body);
    expect(preview.rows.map(({ candidateName, why }) => [candidateName, why])).toEqual([
      ['Asked Person', 'asked'],
      ['Kept Person', 'kept_long_enough'],
    ]);
    expect(new Set(preview.rows.map(({ erasedAt }) => erasedAt))).toEqual(
      new Set([preview.nextNightAt]),
    );
    // Two processes in one night: one of them erases.
    own.passes(24 * 60);
    const nodes = await Promise.all([own.restart(), own.restart()]);
    for (const node of nodes) await node.close();
    expect(await own.findText('asked@sweep.test')).toEqual([]);
    expect(await own.findText('kept@sweep.test')).toEqual([]);
    const nights = async () =>
      z
        .array(RetentionNight)
        .parse((await admin.get('/api/retention/nights')).body)
        .filter(({ erased }) => erased.length > 0);
    const done = (rows: { id: string; why: string }[]) => rows.map(({ id, why }) => [id, why]);
    expect((await nights()).map(({ erased }) => done(erased))).toEqual([done(preview.rows)]);
    expect(DueRows.parse((await admin.get('/api/retention/due')).body).rows).toEqual([]);

    // Who was held back is erased in the night after they were let go, and why they were is forgotten at once.
    expect(await own.findText('held@sweep.test')).toEqual(['public.candidates']);
    // What they said of themselves stays with the rest of theirs; that of others has gone with its month.
    expect(await declared()).toEqual(keys.slice(0, 1));
    expect((await admin.send('DELETE', hold, {})).status).toBe(204);
    expect(await own.findText('zq_claim')).toEqual([]);
    own.passes(24 * 60);
    await (await own.restart()).close();
    expect(await own.findText('held@sweep.test')).toEqual([]);
    expect(await declared()).toEqual([]);
    expect(await nights()).toHaveLength(2);
    await own.close();
  });
});

describe('a night', () => {
  it('begins at three, and what is due at any moment has one that follows', () => {
    const at = (text: string) => new Date(`2026-11-${text}Z`);
    expect(lastNight(at('24T02:59:59'))).toEqual(at('23T03:00:00'));
    expect(lastNight(at('24T03:00:00'))).toEqual(at('24T03:00:00'));
    expect(nextNight(at('24T03:00:00'))).toEqual(at('24T03:00:00'));
    expect(nextNight(at('24T03:00:01'))).toEqual(at('25T03:00:00'));
  });
});
