import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActivityEvent, AttemptRecord, FullAttemptRecord } from '@assay/contracts/http';
import { closeConnection, insertMessage, openConnection, putTimeCredit } from '@assay/db';
import { filesOf } from '@assay/workspace';
import * as Y from 'yjs';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite } from '#testing/people.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

type Candidate = Awaited<ReturnType<typeof invite>>;
type Entry = AttemptRecord['timeline'][number];

const readRecord = async ({ client, path }: Candidate) =>
  AttemptRecord.parse((await client.get(`${path}/record`)).body);

const report = ({ client, path }: Candidate, ...events: ActivityEvent[]) =>
  client.post(`${path}/activity`, { events });

const left = (agoMs: number): ActivityEvent => ({
  id: crypto.randomUUID(),
  kind: 'left',
  agoMs,
});
const returned = (agoMs: number): ActivityEvent => ({ ...left(agoMs), kind: 'returned' });
const pasted = (path: string, length: number): ActivityEvent => ({
  id: crypto.randomUUID(),
  kind: 'pasted',
  agoMs: 0,
  challenge: 'sample',
  path,
  length,
  fromHere: false,
});

function ofKind<Kind extends Entry['kind']>(record: AttemptRecord, kind: Kind) {
  return record.timeline.filter((entry): entry is Extract<Entry, { kind: Kind }> => {
    return entry.kind === kind;
  });
}

/** Opens the workspace over a socket and types, as an editor does; answers the socket. */
async function type({ client, attemptId }: Candidate, text: string) {
  const socket = await connectSocket(api, client);
  const doc = new Y.Doc();
  const workspace = { attemptId, challenge: 'sample' };
  const opened = await socket.emitWithAck('workspace:open', {
    ...workspace,
    stateVector: Uint8Array.from(Y.encodeStateVector(doc)),
  });
  if (!opened.ok) throw new Error(opened.message);
  Y.applyUpdate(doc, new Uint8Array(opened.update));
  const before = Y.encodeStateVector(doc);
  filesOf(doc).get('src/index.ts')?.insert(0, text);
  const update = Uint8Array.from(Y.encodeStateAsUpdate(doc, before));
  await socket.emitWithAck('workspace:update', { ...workspace, update });
  return socket;
}

describe('the record of an attempt', () => {
  it('tells the candidate of edits, runs, pastes, absences, gaps and actions, and when it is erased', async () => {
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    await judging.ready();
    const candidate = await invite(api, { started: true });
    const { client, path } = candidate;
    const words = '// copied from somewhere\n';
    const socket = await type(candidate, words);
    const answer = await report(
      candidate,
      left(90_000),
      returned(30_000),
      pasted('src/index.ts', words.length),
      left(0),
    );
    expect(answer.status).toBe(204);
    await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'public' });
    const record = await waitFor(async () => {
      const read = await readRecord(candidate);
      return ofKind(read, 'run')[0]?.summary !== undefined && read;
    });

    expect(record.person).toMatchObject({ name: 'Noor Haddad' });
    expect(ofKind(record, 'edit')).toMatchObject([
      { challenge: 'sample', paths: ['src/index.ts'], changes: 1, inserted: words.length },
    ]);
    expect(ofKind(record, 'paste')).toMatchObject([
      { path: 'src/index.ts', length: words.length, fromHere: false, text: words },
    ]);
    expect(ofKind(record, 'run')).toMatchObject([
      { suite: 'public', summary: '2 of 3 behaviours hold.' },
    ]);
    // Reported to have begun before the clock did, which cannot be.
    const [away, gone] = ofKind(record, 'away');
    expect(away?.at).toBe(record.attempt.startedAt);
    expect(gone).not.toHaveProperty('until');
    expect(ofKind(record, 'log').map(({ action, by }) => `${action} by ${by}`)).toEqual([
      'invitation.created by staff',
      'invitation.opened by candidate',
      'attempt.started by candidate',
    ]);
    expect(Date.parse(record.keptUntil) - Date.parse(record.attempt.deadline ?? '')).toBe(
      180 * 24 * 60 * 60_000,
    );
    expect(record.kinds.map(({ title }) => title)).toContain('Pastes');

    const full = FullAttemptRecord.parse((await client.get(`${path}/record/full`)).body);
    expect(full.submissions[0]?.files['src/index.ts']).toContain(words);
    expect(full.workspaces[0]?.files['src/index.ts']).toContain(words);
    expect(full.workspaces[0]?.updates).toHaveLength(2);
    socket.close();
    await judging.close();
  });

  it('has the gaps in which no browser was connected, what was given back, and what was asked', async () => {
    const candidate = await invite(api, { started: true });
    const { attemptId } = candidate;
    const start = Date.now();
    const minute = (n: number) => new Date(start + n * 60_000);
    for (const [from, to] of [
      [-20, -15],
      [-5, undefined],
    ] as const) {
      const id = crypto.randomUUID();
      const nodeId = crypto.randomUUID();
      await openConnection(api.db, { id, attemptId, nodeId, openedAt: minute(from) });
      if (to !== undefined) await closeConnection(api.db, id, { at: minute(to), by: 'network' });
    }
    await putTimeCredit(api.db, {
      attemptId,
      source: 'outage:1',
      cause: 'service_down',
      fromAt: minute(-15),
      toAt: minute(-12),
      createdAt: minute(-12),
    });
    for (const [index, text] of ['May I use zod?', 'Yes.'].entries()) {
      await insertMessage(api.db, {
        attemptId,
        memberId: null,
        text,
        createdAt: minute(index - 2),
      });
    }
    const record = await readRecord(candidate);
    expect(ofKind(record, 'gap')).toEqual([
      {
        kind: 'gap',
        at: minute(-15).toISOString(),
        until: minute(-5).toISOString(),
        side: 'theirs',
      },
    ]);
    expect(ofKind(record, 'credit')).toMatchObject([{ length: 3 * 60_000, cause: 'service_down' }]);
    expect(ofKind(record, 'message').map(({ text }) => text)).toEqual(['May I use zod?', 'Yes.']);
  });

  it('keeps of an exploration when it was, and nothing of what was sent', async () => {
    const candidate = await invite(api, { started: true });
    const worker = api.queues.consumeJudge(async () => {}, {
      concurrency: 1,
      explore: async ({ explorationId }, done) =>
        done({ explorationId, exploration: { status: 'done', answers: [] } }),
    });
    await worker.ready();
    const steps = [1, 2].map((n) => ({ kind: 'sql', text: `select ${n} as secret_words` }));
    await candidate.client.post(`${candidate.path}/explorations`, { challenge: 'sample', steps });
    const record = await readRecord(candidate);
    expect(ofKind(record, 'exploration')).toMatchObject([{ challenge: 'sample', steps: 2 }]);
    expect((await candidate.client.get(`${candidate.path}/record/full`)).text).not.toContain(
      'secret_words',
    );
    await worker.close();
  });

  it('announces before the start what it will hold', async () => {
    const { client, path } = await invite(api);
    const { recorded } = (await client.get(path)).body as { recorded: string[] };
    expect(recorded.join('\n')).toMatch(/Every change[\s\S]*not in front[\s\S]*Everything\./);
  });
});

describe('reports of activity', () => {
  it('count once, however often they arrive', async () => {
    const candidate = await invite(api, { started: true });
    const event = left(0);
    await report(candidate, event);
    await report(candidate, event, returned(0));
    expect(ofKind(await readRecord(candidate), 'away')).toHaveLength(1);
  });

  it('are refused before the start and after the end, and when they are malformed or too many', async () => {
    const early = await invite(api);
    expect((await report(early, left(0))).status).toBe(404);
    const candidate = await invite(api, { started: true });
    const bad = [
      { ...left(0), agoMs: -1 },
      { ...left(0), id: 'x' },
      { ...left(0), kind: 'screenshot' },
      { ...pasted('../x', 1) },
    ];
    for (const event of bad) {
      const answer = await candidate.client.post(`${candidate.path}/activity`, {
        events: [event],
      });
      expect(answer.status).toBe(400);
    }
    const many = Array.from({ length: 101 }, () => left(0));
    expect((await report(candidate, ...many)).status).toBe(400);
    await candidate.client.post(`${candidate.path}/finish`);
    expect((await report(candidate, left(0))).status).toBe(409);
    expect(ofKind(await readRecord(candidate), 'away')).toEqual([]);
  });

  it('are limited to what a browser of ours sends', async () => {
    const candidate = await invite(api, { started: true });
    const answers = await Promise.all(Array.from({ length: 61 }, () => report(candidate, left(0))));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});
