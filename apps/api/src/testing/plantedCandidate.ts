import { expect } from '@jest/globals';
import { type Exploration, ReviewedAttempt } from '@assay/contracts/http';
import type { TestResult, Verdict } from '@assay/contracts/verdict';
import { findAttempt, insertMessage, putDocumentSnapshot, putTimeCredit } from '@assay/db';
import type * as Y from 'yjs';
import { findWords } from './findText.ts';
import { joinLive, prepareSession, typing } from './livePeople.ts';
import { invite, signIn } from './people.ts';
import { base, sampleTests } from './sampleVerdict.ts';
import { startReceiver } from './startReceiver.ts';
import type { TestApi } from './startTestApi.ts';
import { waitFor } from './waitFor.ts';

/** Words that are the candidate's, or about them, each in another place. */
export const words = {
  name: 'Zebulon Quandary',
  email: 'zebulon@quandary.test',
  externalId: 'zq_external',
  code: 'zq_code',
  older: 'zq_typed_and_deleted',
  snapshot: 'zq_snapshot',
  file: 'src/zq_file.ts',
  console: 'zq_console',
  received: 'zq_received',
  message: 'zq_message',
  crash: 'zq_crash',
  source: 'zq_source',
  hallmark: '00c0ffee0000',
  statement: 'zq_statement',
  answer: 'zq_answer',
  note: 'zq_note',
  comment: 'zq_comment',
  onLines: 'zq_on_lines',
  override: 'zq_override',
  decision: 'zq_decision',
  feedback: 'zq_feedback',
  question: 'zq_question',
  reason: 'zq_reason',
  hold: 'zq_held_for',
  kitNote: 'zq_kit_note',
  kitSummary: 'zq_kit_summary',
  receiver: 'zq_receiver_said',
  session: 'zq_session_title',
  guest: 'zq_guest',
  plan: 'zq_plan',
  prepared: 'zq_prepared',
  locked: 'src/zq_locked.ts',
  meeting: 'zq_meeting',
  live: 'zq_live_code',
  chat: 'zq_chat',
  liveNote: 'zq_live_note',
  request: 'zq_request',
  response: 'zq_response',
  liveConsole: 'zq_live_console',
  cardNote: 'zq_card_note',
  cardSummary: 'zq_card_summary',
};

const tests: TestResult[] = sampleTests('hidden').map((test) => ({
  ...test,
  console: [{ level: 'log', text: words.console }],
  ...(test.status === 'failed' && {
    failure: { message: words.message, received: words.received, frames: [] },
  }),
}));
const verdicts: Verdict[] = [
  {
    ...base,
    status: 'compile_error',
    diagnostics: [
      { file: words.file, line: 1, column: 1, message: 'Unexpected token', source: words.source },
    ],
  },
  { ...base, status: 'crashed', during: { phase: 'load' }, message: words.crash },
  { ...base, status: 'failed', tests, hallmark: words.hallmark },
];
const liveVerdict: Verdict = {
  ...base,
  status: 'crashed',
  during: { phase: 'load' },
  message: words.liveConsole,
};
const exploration: Exploration = {
  status: 'done',
  answers: [
    {
      kind: 'http',
      response: { status: 200, headers: {}, text: words.response, length: words.response.length },
      console: [],
      virtualMs: 0,
      cpuMs: 0,
      queries: 0,
    },
  ],
};

export const scores = ['sample', 'other'].flatMap((challenge) =>
  ['correctness', 'clarity'].map((criterion) => ({
    challenge,
    criterion,
    score: 4,
    note: words.note,
  })),
);

/**
 * A candidate with a word of theirs, or about them, in every column that can hold one: who has worked, explored,
 * pasted, asked and been answered, handed in, was judged twice, reviewed, decided on, given feedback, interviewed,
 * held back for a while, met live, and told of to a receiver that answers with their name. `seen` has each column in
 * which a word stood at some moment, as `schema.table.column`. The API's challenges speak http.
 */
export async function plantCandidate(on: TestApi) {
  const seen = new Set<string>();
  const look = async () => {
    const places = await findWords(on.pglite, Object.values(words));
    for (const place of [...places.values()].flatMap((found) => [...found]))
      if (!place.startsWith('pg_stats.')) seen.add(place);
    return places;
  };
  const receiver = await startReceiver();
  const teller = await signIn(on, 'admin');
  const listening = ['candidate.submitted', 'session.ended'];
  await teller.post('/api/webhooks', { url: receiver.url, events: listening });
  for (const _ of listening)
    receiver.answers.push((response) => response.writeHead(200).end(words.receiver));
  const candidate = await invite(on, {
    started: true,
    name: words.name,
    email: words.email,
    externalId: words.externalId,
  });
  const judging = await judge(on, look);
  await work(on, candidate);
  const reviewed = await review(on, candidate);
  await holdForAWhile(on, candidate, look);
  await scoreInterview(on, candidate);
  await meetLive(on, { submissionId: reviewed.submissionId, look });
  await judging.close();
  await waitFor(() => receiver.received.length >= listening.length);
  await waitFor(async () => (await on.findText(words.receiver)).length > 0);
  await receiver.close();
  await on.pglite.query('analyze');
  return { ...candidate, ...reviewed, seen, places: await look() };
}

type Candidate = Awaited<ReturnType<typeof invite>>;

async function judge(on: TestApi, look: () => Promise<unknown>) {
  const pending = [...verdicts];
  const judging = on.queues.consumeJudge(
    async ({ submissionId }) =>
      on.queues.enqueueVerdict({
        submissionId,
        verdict: pending.shift() ?? { ...base, status: 'failed', tests },
      }),
    {
      concurrency: 1,
      explore: async ({ explorationId }, report) =>
        report({
          explorationId,
          exploration: { status: 'stopped', message: words.answer, answers: [] },
        }),
      rejudge: async ({ rejudgeId }) =>
        on.queues.enqueueRejudged({
          rejudgeId,
          verdict: { ...base, status: 'failed', tests, hallmark: words.hallmark },
        }),
      runTogether: async ({ liveRunId, work: { kind } }) => {
        await look();
        const result = kind === 'tests' ? { verdict: liveVerdict } : { exploration };
        await on.queues.enqueueLiveResult({ liveRunId, result });
      },
    },
  );
  await judging.ready();
  return judging;
}

const filesWith = (code: string) => ({ 'src/index.ts': code, [words.file]: `// ${words.code}` });

async function work(on: TestApi, { client, path, attemptId }: Candidate): Promise<void> {
  await client.put(`${path}/workspaces/sample`, { files: filesWith(`// ${words.older}`) });
  await client.post(`${path}/activity`, {
    events: [
      {
        id: crypto.randomUUID(),
        kind: 'pasted',
        agoMs: 0,
        challenge: 'sample',
        path: words.file,
        length: 5,
        fromHere: true,
      },
    ],
  });
  await client.post(`${path}/explorations`, {
    challenge: 'sample',
    steps: [{ kind: 'sql', text: `select '${words.statement}'` }],
  });
  const createdAt = new Date();
  await insertMessage(on.db, { attemptId, memberId: null, text: words.question, createdAt });
  await putTimeCredit(on.db, {
    attemptId,
    source: 'member:1',
    cause: 'organiser',
    extraMs: 60_000,
    reason: words.reason,
    createdAt,
  });
  const state = Buffer.from(words.snapshot);
  const snapshot = { seq: 1, logBytes: state.length, owners: {}, state };
  await putDocumentSnapshot(on.db, { attemptId, challenge: 'sample' }, snapshot);
}

/** Hands in three times and in the end, has one judged again, and has it all reviewed. */
async function review(on: TestApi, { client, path, attemptId }: Candidate) {
  const reviewer = await signIn(on, 'reviewer');
  const address = `/api/review/attempts/${attemptId}`;
  const settled = () =>
    waitFor(async () => {
      const { challenges } = ReviewedAttempt.parse((await reviewer.get(address)).body);
      const submissions = challenges.flatMap((challenge) => challenge.submissions);
      const done = submissions.every(
        ({ state, rejudgement }) =>
          state === 'judged' && (rejudgement === undefined || rejudgement.finishedAt !== undefined),
      );
      return done && submissions;
    });
  for (const code of ['a', 'b', 'c']) {
    await client.put(`${path}/workspaces/sample`, { files: filesWith(`// ${words.code} ${code}`) });
    await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'hidden' });
    await settled();
  }
  await client.post(`${path}/finish`);
  const [submission] = await settled();
  const submissionId = submission?.id ?? '';
  await reviewer.post(`/api/review/submissions/${submissionId}/rejudge`);
  await settled();
  await client.put(`${path}/declaration`, { answers: { age: 'from_40' } });
  await reviewer.put(`${address}/review`, { scores });
  const commentId = crypto.randomUUID();
  await reviewer.put(`/api/review/submissions/${submissionId}/comments/${commentId}`, {
    path: words.file,
    fromLine: 1,
    toLine: 1,
    text: words.onLines,
  });
  for (const [route, body] of [
    ['review', { scores }],
    ['overrides', { ...scores[1], score: 2, reason: words.override }],
    ['decisions', { outcome: 'decline', reason: words.decision, replaces: null }],
  ] as const)
    expect([route, (await reviewer.post(`${address}/${route}`, body)).status]).toEqual([
      route,
      200,
    ]);
  const released = await reviewer.put(`${address}/feedback`, {
    message: words.feedback,
    comments: [{ challenge: 'sample', criterion: 'clarity', text: words.comment }],
  });
  expect(released.status).toBe(200);
  return { reviewer, review: address, submissionId };
}

const personOf = async (on: TestApi, attemptId: string) =>
  (await findAttempt(on.db, attemptId))?.candidate.id ?? '';

async function holdForAWhile(
  on: TestApi,
  { admin, attemptId }: Candidate,
  look: () => Promise<unknown>,
): Promise<void> {
  const hold = `/api/retention/holds/${await personOf(on, attemptId)}`;
  expect((await admin.put(hold, { reason: words.hold })).status).toBe(204);
  await look();
  expect((await admin.send('DELETE', hold, {})).status).toBe(204);
}

async function scoreInterview(on: TestApi, { admin, attemptId }: Candidate): Promise<void> {
  const person = await personOf(on, attemptId);
  const card = `/api/candidates/${person}/kits/behavioural-interview/scorecard`;
  const note = { level: 4, unobserved: false, note: words.kitNote };
  const written = await admin.put(card, {
    scores: [{ criterion: 'plan/ownership', ...note }],
    recommendation: 'yes',
    summary: words.kitSummary,
  });
  expect(written.status).toBe(200);
}

/** A session that goes on from a submission, with all that can be said, written and run in one. */
async function meetLive(
  on: TestApi,
  { submissionId, look }: { submissionId: string; look: () => Promise<unknown> },
): Promise<void> {
  const {
    host,
    path,
    sessionId,
    invite: welcome,
  } = await prepareSession(on, {
    open: true,
    from: { kind: 'submission', submissionId },
  });
  const preparedId = crypto.randomUUID();
  const edited = await host.put(path, {
    title: words.session,
    minutes: 60,
    plan: { sections: [{ title: words.plan, minutes: 5 }] },
    prepared: [{ id: preparedId, title: words.prepared, files: { [words.prepared]: 'x' } }],
  });
  expect(edited.status).toBe(200);
  const guest = await welcome('candidate', { name: words.guest, admitted: true });
  const page = await joinLive(on, guest.client, sessionId);
  const leading = await joinLive(on, host, sessionId);
  for (const one of [page, leading]) await one.open('code');
  expect(await page.change('code', typing(`// ${words.live}\n`))).toEqual({ ok: true });
  await leading.open('notes');
  const entry = { kind: 'note', id: 'a', at: 1, text: words.liveNote };
  const noted = (doc: Y.Doc) => doc.getMap('entries').set(entry.id, entry);
  expect(await leading.change('notes', noted)).toEqual({ ok: true });
  for (const [route, body] of [
    ['locks', { path: words.locked, locked: true }],
    ['meeting', { url: `https://meet.test/${words.meeting}` }],
  ] as const)
    expect([route, (await host.put(`${path}/${route}`, body)).status]).toEqual([route, 200]);
  expect((await host.post(`${path}/prepared/${preparedId}`)).status).toBe(200);
  const raw = page.socket as unknown as {
    emitWithAck: (...event: unknown[]) => Promise<{ ok: boolean; run?: { id: string } }>;
  };
  const chat = { id: crypto.randomUUID(), text: words.chat };
  expect(await raw.emitWithAck('live:chat', chat)).toMatchObject({ ok: true });
  const step = { kind: 'http', method: 'GET', path: `/${words.request}`, headers: [], body: '' };
  for (const run of [
    { kind: 'tests', suite: 'public' },
    { kind: 'requests', step },
  ]) {
    const id = crypto.randomUUID();
    expect(await raw.emitWithAck('live:run', { id, ...run })).toMatchObject({ ok: true });
    await waitFor(async () => {
      const { rows } = await on.pglite.query(
        "select 1 from live_runs where id = $1 and state = 'done'",
        [id],
      );
      return rows.length > 0;
    });
  }
  const score = { criterion: 'challenge/clarity', level: 2, unobserved: false };
  const card = {
    scores: [{ ...score, note: words.cardNote }],
    recommendation: 'no',
    summary: words.cardSummary,
  };
  expect((await host.put(`${path}/scorecard`, card)).status).toBe(200);
  for (const { socket } of [page, leading]) socket.close();
  await look();
  expect((await host.post(`${path}/end`)).status).toBe(200);
}
