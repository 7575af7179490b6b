import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type CallMember,
  type ChatMessage,
  maxChatBurst,
  maxChatLength,
  maxChatMessages,
  maxDescriptionLength,
} from '@assay/contracts/live';
import { insertLiveMessage } from '@assay/db';
import { joinLive, type LivePage, prepareSession } from '#testing/livePeople.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

type Answer = { ok: boolean; code?: string; message?: unknown };
type Raw = {
  emit: (...event: unknown[]) => void;
  emitWithAck: (...event: unknown[]) => Promise<Answer>;
};

let api: TestApi;
let session: Awaited<ReturnType<typeof prepareSession>>;
let noor: Awaited<ReturnType<typeof session.invite>>;
let host: LivePage;
let candidate: LivePage;
const pages: LivePage[] = [];
beforeAll(async () => {
  api = await startTestApi({
    calls: { iceServers: ['stun:stun.test', 'turn:turn.test'], turnSecret: 'a secret of turn' },
  });
});
afterAll(() => api.close());
beforeEach(async () => {
  for (const page of pages.splice(0)) page.socket.close();
  session = await prepareSession(api, { open: true });
  noor = await session.invite('candidate', { name: 'Noor', admitted: true });
  host = await enter(session.host);
  candidate = await enter(noor.client);
});

async function enter(client: Parameters<typeof joinLive>[1], sessionId = session.sessionId) {
  const page = await joinLive(api, client, sessionId);
  pages.push(page);
  return page;
}

const rawOf = ({ socket }: LivePage) => socket as unknown as Raw;
const say = (page: LivePage, text: unknown, id: unknown = randomUUID()) =>
  rawOf(page).emitWithAck('live:chat', { id, text });
const heard = (page: LivePage) =>
  page.heard('live:chat').map(([, message]) => message as ChatMessage);
async function history(page: LivePage, before?: number): Promise<string[]> {
  const answer = await page.socket.emitWithAck('live:chat_history', before ? { before } : {});
  return answer.ok ? answer.messages.map(({ text }) => text) : [answer.code];
}
const countMessages = async () => {
  const { rows } = await api.pglite.query<{ n: number }>(
    'select count(*)::int as n from live_messages where session_id = $1',
    [session.sessionId],
  );
  return rows[0]?.n;
};

describe('the chat of a session', () => {
  it('reaches everybody with time and author, and is there for those who come later', async () => {
    const code = 'Why not this?\n```ts\nconst a = `<b>`;\n```';
    expect(await say(candidate, code)).toMatchObject({ ok: true, message: { text: code } });
    await waitFor(() => heard(host).length === 1);
    const from = { participantId: noor.participantId, name: 'Noor', role: 'candidate' };
    expect(heard(host)).toEqual([
      {
        id: expect.any(String),
        seq: expect.any(Number),
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        from: { ...from, colour: expect.stringMatching(/^#/) },
        text: code,
      },
    ]);
    await say(host, 'Because it throws.');
    const observer = await enter((await session.invite('observer', { admitted: true })).client);
    expect(await history(observer)).toEqual([code, 'Because it throws.']);
  });

  it('takes a message once, however often its page sends it', async () => {
    const id = randomUUID();
    const [first, second] = await Promise.all([say(host, 'Once', id), say(host, 'Once', id)]);
    host.socket.close();
    const again = await enter(session.host);
    expect(await say(again, 'Once', id)).toEqual(first);
    expect(second).toEqual(first);
    expect(await history(again)).toEqual(['Once']);
    // Nobody else takes the name of a message, nor its author another text for it.
    expect(await say(candidate, 'Once', id)).toMatchObject({ code: 'malformed' });
    expect(await say(again, 'Twice', id)).toMatchObject({ code: 'malformed' });
  });

  it('comes in pages, newest first', async () => {
    const at = new Date();
    const participantId = noor.participantId;
    for (let n = 0; n < 130; n += 1)
      await insertLiveMessage(api.db, {
        sessionId: session.sessionId,
        id: randomUUID(),
        participantId,
        at,
        text: `${n}`,
      });
    const newest = await host.socket.emitWithAck('live:chat_history', {});
    if (!newest.ok) throw new Error(newest.message);
    expect([newest.messages.length, newest.messages[0]?.text, newest.more]).toEqual([
      100,
      '30',
      true,
    ]);
    const older = await history(host, newest.messages[0]?.seq);
    expect([older.length, older[0], older.at(-1)]).toEqual([30, '0', '29']);
  });

  it('is closed before the start and after the end, stays open in focus time, and goes with the session', async () => {
    const other = await prepareSession(api);
    const early = await enter(other.host, other.sessionId);
    expect(await say(early, 'Who asks first?')).toMatchObject({ code: 'not_now' });
    expect(await history(early)).toEqual([]);

    await session.host.post(`${session.path}/focus`, { minutes: 5 });
    await waitFor(() => candidate.status()?.focus);
    expect(await say(candidate, 'May I look things up?')).toMatchObject({ ok: true });
    await waitFor(() => heard(host).length === 1);

    await session.host.post(`${session.path}/end`);
    await waitFor(() => host.status()?.state === 'ended');
    expect(await say(host, 'late')).toMatchObject({ code: 'not_now' });
    expect(await say(candidate, 'late')).toMatchObject({ code: 'not_now' });
    expect(await history(host)).toEqual(['May I look things up?']);
    expect(await history(candidate)).toEqual(['not_now']);
    expect(await countMessages()).toBe(1);
    await session.host.send('DELETE', session.path);
    expect(await countMessages()).toBe(0);
  });

  it('is read and not written by observers, and neither by those who wait or are elsewhere', async () => {
    const observer = await enter((await session.invite('observer', { admitted: true })).client);
    expect(await say(observer, 'psst')).toMatchObject({ code: 'read_only' });
    const waiting = await enter((await session.invite('candidate')).client);
    const elsewhere = await prepareSession(api, { open: true });
    const stranger = await enter(elsewhere.host, elsewhere.sessionId);
    await say(host, 'Only for those who are in');
    await waitFor(() => heard(observer).length === 1);
    for (const page of [waiting, stranger]) expect(heard(page)).toEqual([]);
    expect(await history(stranger)).toEqual([]);
    expect(await history(waiting)).toEqual(['forbidden']);
    expect(await say(waiting, 'let me in')).toMatchObject({ code: 'forbidden' });
  });

  it('refuses what no page sends, in words, and goes on', async () => {
    const id = randomUUID();
    const from = { participantId: host.joined.ok && host.joined.participantId };
    for (const message of [
      null,
      { text: 'x' },
      { id, text: 7 },
      { id, text: ' \n' },
      { id, text: 'a\u0000b' },
      { id: 'x', text: 'x' },
      { id, text: 'forged', from },
      { id, text: 'forged', at: '2020-01-01T00:00:00.000Z' },
    ])
      expect(await rawOf(candidate).emitWithAck('live:chat', message)).toMatchObject({
        code: 'malformed',
      });
    const long = await say(candidate, 'x'.repeat(maxChatLength + 1));
    expect(long).toEqual({
      ok: false,
      code: 'too_large',
      message: `A message has at most ${maxChatLength} characters.`,
    });
    expect(await say(candidate, 'x'.repeat(maxChatLength))).toMatchObject({ ok: true });
    expect(await countMessages()).toBe(1);
  });

  it('holds back who floods it, over all their pages, and keeps room for the others', async () => {
    const second = await enter(noor.client);
    const answers = [];
    for (let n = 0; n < maxChatBurst + 2; n += 1)
      answers.push(await say(n % 2 ? candidate : second, `${n}`));
    expect(answers.map(({ ok }) => ok)).toEqual([...Array(maxChatBurst).fill(true), false, false]);
    expect(answers.at(-1)).toMatchObject({ code: 'unavailable' });
    const at = new Date(Date.now() - 60_000);
    const values = Array.from({ length: maxChatMessages }, () => randomUUID());
    for (const id of values)
      await insertLiveMessage(api.db, {
        sessionId: session.sessionId,
        participantId: noor.participantId,
        id,
        at,
        text: 'x',
      });
    expect(await say(candidate, 'more')).toMatchObject({ code: 'read_only' });
    expect(await say(host, 'still here')).toMatchObject({ ok: true });
  });
});

const both = { microphone: 'on', camera: 'off' } as const;
const offer = { kind: 'description', type: 'offer', sdp: 'v=0 canary-of-a-call' } as const;
const joinCall = (page: LivePage, media: object = both) =>
  rawOf(page).emitWithAck('live:call_join', media) as Promise<Answer & { members?: CallMember[] }>;
const connectionOf = (page: LivePage) => (page.joined.ok ? page.joined.connection : '');
const members = (page: LivePage) => page.heard('live:call').at(-1)?.[1] as CallMember[] | undefined;
const signals = (page: LivePage) => page.heard('live:signal').map(([, ...told]) => told);
const signal = (page: LivePage, to: LivePage, word: unknown = offer) =>
  rawOf(page).emitWithAck('live:signal', connectionOf(to), word);

describe('the call of a session', () => {
  it('passes words between two who are in it, tells all who is, and leaves nothing in the database', async () => {
    const joined = await joinCall(host);
    expect(joined).toMatchObject({ ok: true, members: [{ connection: connectionOf(host) }] });
    await waitFor(() => members(candidate)?.length === 1);
    expect(await candidate.socket.emitWithAck('live:call_members')).toEqual({
      ok: true,
      members: members(candidate),
    });
    await joinCall(candidate);
    expect(await signal(candidate, host)).toEqual({ ok: true });
    await waitFor(() => signals(host).length === 1);
    expect(signals(host)).toEqual([[connectionOf(candidate), offer]]);
    const found = {
      kind: 'candidate',
      candidate: 'candidate:canary-of-a-call',
      sdpMid: '0',
      sdpMLineIndex: 0,
      usernameFragment: null,
    };
    expect(await signal(host, candidate, found)).toEqual({ ok: true });
    candidate.socket.emit('live:call_media', { microphone: 'off', camera: 'on' });
    await waitFor(() => members(host)?.some(({ camera }) => camera === 'on'));
    candidate.socket.emit('live:call_leave');
    await waitFor(() => members(host)?.length === 1);
    expect(await signal(host, candidate)).toMatchObject({ code: 'unavailable' });
    expect(await api.findText('canary-of-a-call')).toEqual([]);
    expect(api.logs.join('')).not.toContain('canary-of-a-call');
  });

  it('holds four people, each with their newest page, even if they come within one millisecond', async () => {
    const people = [];
    for (const name of ['B', 'C', 'D'])
      people.push(await session.invite('candidate', { name, admitted: true }));
    const entered = await Promise.all(people.map(({ client }) => enter(client)));
    const [d, b, c] = entered.sort((one, other) =>
      connectionOf(one) < connectionOf(other) ? -1 : 1,
    );
    if (!b || !c || !d) throw new Error('Three were invited.');
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    for (const page of [host, candidate, b, c])
      expect(await joinCall(page)).toMatchObject({ ok: true });
    expect(await joinCall(d)).toMatchObject({ ok: false, code: 'not_now' });
    clock.mockRestore();
    // The same person on another page is no fifth.
    const again = await enter(noor.client);
    expect(await joinCall(again)).toMatchObject({ ok: true });
    await waitFor(() =>
      members(host)?.some(({ connection }) => connection === connectionOf(again)),
    );
    expect(members(host)?.map(({ connection }) => connection)).not.toContain(
      connectionOf(candidate),
    );
    expect(await signal(candidate, host)).toMatchObject({ code: 'unavailable' });
    b.socket.close();
    await waitFor(() => members(host)?.length === 3);
    expect(await joinCall(d)).toMatchObject({ ok: true });
  });

  it('lets observers listen, whatever their page says', async () => {
    const observer = await enter((await session.invite('observer', { admitted: true })).client);
    expect(await joinCall(observer)).toMatchObject({
      members: [{ microphone: 'none', camera: 'none' }],
    });
    observer.socket.emit('live:call_media', { microphone: 'on', camera: 'on' });
    await joinCall(host);
    expect(members(host)).toContainEqual(expect.objectContaining({ microphone: 'none' }));
  });

  it('carries nothing from or to anybody who is not in it', async () => {
    await joinCall(host);
    const waiting = await enter((await session.invite('candidate')).client);
    expect(await joinCall(waiting)).toMatchObject({ code: 'forbidden' });
    expect(await waiting.socket.emitWithAck('live:call_members')).toMatchObject({ ok: false });
    expect(await signal(waiting, host)).toMatchObject({ code: 'unavailable' });
    // In the session, and not in the call.
    expect(await signal(candidate, host)).toMatchObject({ code: 'unavailable' });
    expect(await signal(host, candidate)).toMatchObject({ code: 'unavailable' });
    // In the call of another session.
    const other = await prepareSession(api, { open: true });
    const stranger = await enter(other.host, other.sessionId);
    await joinCall(stranger);
    expect(await signal(stranger, host)).toMatchObject({ code: 'unavailable' });
    expect(await signal(host, stranger)).toMatchObject({ code: 'unavailable' });
    expect(members(stranger)).toHaveLength(1);
    for (const page of [host, candidate, waiting, stranger]) expect(signals(page)).toEqual([]);
  });

  it('refuses malformed and oversized words, and cuts who goes on with them', async () => {
    await joinCall(host);
    await joinCall(candidate);
    const large = { ...offer, sdp: 'x'.repeat(maxDescriptionLength + 1) };
    for (const word of [null, { kind: 'shout' }, { ...offer, type: 'rollback' }, large])
      expect(await signal(candidate, host, word)).toMatchObject({ code: 'malformed' });
    expect(
      await rawOf(candidate).emitWithAck('live:signal', [connectionOf(host)], offer),
    ).toMatchObject({
      code: 'malformed',
    });
    rawOf(candidate).emit('live:signal', connectionOf(host), offer);
    for (let n = 0; n < 20 && candidate.socket.connected; n += 1)
      rawOf(candidate).emit('live:call_media', { microphone: 'loud' });
    await waitFor(() => !candidate.socket.connected);
    expect(signals(host)).toEqual([]);
    await waitFor(() => members(host)?.length === 1);
    expect(await say(host, 'go on')).toMatchObject({ ok: true });
  });

  it('cuts who floods it, and the others hear a bounded part', async () => {
    await joinCall(host);
    await joinCall(candidate);
    for (let n = 0; n < 4_000 && candidate.socket.connected; n += 1) {
      rawOf(candidate).emit('live:signal', connectionOf(host), offer, () => {});
      if (n % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await waitFor(() => !candidate.socket.connected);
    expect(candidate.heard('live:cut')).toEqual([
      ['live:cut', expect.objectContaining({ code: 'flooding' })],
    ]);
    expect(signals(host).length).toBeLessThan(600);
    await waitFor(() => members(host)?.length === 1);
  });

  it('ends with the session, and for those who are taken out of it', async () => {
    await joinCall(host);
    await joinCall(candidate);
    await session.host.post(`${session.path}/participants/${noor.participantId}/remove`);
    await waitFor(() => members(host)?.length === 1);
    await session.host.post(`${session.path}/end`);
    await waitFor(() => members(host)?.length === 0);
    expect(await joinCall(host)).toMatchObject({ code: 'not_now' });
  });

  it('gives the servers of the operator, with passwords that end, and never the secret', async () => {
    const joined = (await joinCall(host)) as unknown as { iceServers: object[] };
    expect(joined.iceServers).toEqual([
      { urls: 'stun:stun.test' },
      {
        urls: 'turn:turn.test',
        username: expect.stringMatching(/^\d{10}:[0-9a-f-]{36}$/),
        credential: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
      },
    ]);
  });

  it('can be held elsewhere, under an https address that only those who are in learn, until the end', async () => {
    const waiting = await enter((await session.invite('candidate')).client);
    const set = (url: string | null) =>
      session.host.send('PUT', `${session.path}/meeting`, { url });
    for (const url of ['http://meet.test/x', 'javascript:alert(1)', 'https://a:b@meet.test/', 'x'])
      expect((await set(url)).status).toBe(400);
    expect((await set('https://meet.test/noor')).status).toBe(200);
    await waitFor(() => candidate.status()?.meeting === 'https://meet.test/noor');
    await waitFor(() => waiting.heard('live:status').length > 0);
    expect(JSON.stringify(waiting.received)).not.toContain('meet.test');
    await session.host.post(`${session.path}/end`);
    expect(await api.findText('meet.test')).toEqual([]);
  });
});
