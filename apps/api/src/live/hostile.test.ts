import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { personColours } from '@assay/contracts/live';
import { createWorkspace, filesOf } from '@assay/workspace';
import * as Y from 'yjs';
import { joinLive, type LivePage, prepareSession, typing } from '#testing/livePeople.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

type Raw = {
  emit: (...event: unknown[]) => void;
  emitWithAck: (...event: unknown[]) => Promise<{ ok: boolean; code?: string }>;
  timeout: (ms: number) => Raw;
};

let api: TestApi;
let session: Awaited<ReturnType<typeof prepareSession>>;
/** Somebody of good will, and somebody of none. */
let good: LivePage;
let evil: LivePage;
let raw: Raw;
let invited: Awaited<ReturnType<typeof session.invite>>;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  session = await prepareSession(api, { open: true });
  invited = await session.invite('candidate', { name: 'Mallory', admitted: true });
  good = await joinLive(api, session.host, session.sessionId);
  await good.open('code');
  evil = await joinLive(api, invited.client, session.sessionId);
  await evil.open('code');
  // What no client of ours can send, so the types know no such thing.
  raw = evil.socket as unknown as Raw;
});

/** Whether the offender was told why, and then cut; and whether the others go on. */
async function expectCut(code: string): Promise<void> {
  await waitFor(() => !evil.socket.connected);
  expect(evil.heard('live:cut').map(([, reason]) => (reason as { code: string }).code)).toEqual([
    code,
  ]);
  await expectOthersGoOn();
}

async function expectOthersGoOn(): Promise<void> {
  expect(await good.change('code', typing('// on\n'))).toEqual({ ok: true });
  const again = await joinLive(api, invited.client, session.sessionId);
  expect(await again.open('code')).toMatchObject({ ok: true });
  expect(again.text()).toBe(good.text());
  again.socket.close();
  good.socket.close();
  evil.socket.close();
}

const until = async (work: (n: number) => unknown, most = 2_000) => {
  for (let n = 0; n < most && evil.socket.connected; n += 1) {
    void work(n);
    if (n % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('a hostile page', () => {
  it('that sends nonsense is told and cut', async () => {
    raw.emit('live:join');
    raw.emit('live:update', 'code', 'AAAA');
    raw.emit('live:awareness', 'everywhere');
    raw.emit('live:close', { toString: 'no' });
    expect(await raw.emitWithAck('live:open', null)).toMatchObject({ code: 'malformed' });
    const answers = new Set<string | undefined>();
    for (let n = 0; n < 60 && evil.socket.connected; n += 1) {
      const bytes = Buffer.from([n, 255, 255, 7, n % 7]).toString('base64');
      const answer = await raw
        .timeout(30_000)
        .emitWithAck('live:update', 'code', bytes, null)
        .catch(() => undefined);
      if (answer) answers.add(answer.code);
    }
    await expectCut('hostile');
    expect(answers).toEqual(new Set(['malformed']));
  });

  it('that forges another’s authorship is refused, before and after the other has typed', async () => {
    const victim = good.docs.get('code')?.clientID ?? 0;
    const forge = async (clock: number) => {
      const doc = new Y.Doc();
      const server = evil.docs.get('code') ?? new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
      doc.clientID = victim;
      const before = Y.encodeStateVector(doc);
      filesOf(doc).get('src/index.ts')?.insert(0, `forged ${clock}`);
      const update = Uint8Array.from(Y.encodeStateAsUpdate(doc, before));
      return raw.emitWithAck('live:update', 'code', update, null);
    };
    expect(await forge(1)).toMatchObject({ ok: false, code: 'malformed' });
    // Nor can one open with that id first, or later.
    const taken = { document: 'code', stateVector: new Uint8Array([0]), clientId: victim };
    expect(await raw.emitWithAck('live:open', taken)).toMatchObject({ code: 'client_taken' });
    expect(await good.change('code', typing('// mine\n'))).toEqual({ ok: true });
    await waitFor(() => evil.text()?.includes('// mine'));
    expect(await forge(2)).toMatchObject({ ok: false, code: 'malformed' });
    expect(good.text()).not.toContain('forged');
    await expectOthersGoOn();
  });

  it('cannot speak in a session or a document that is not its own', async () => {
    const other = await prepareSession(api, { open: true });
    const noor = await other.invite('candidate', { admitted: true });
    const theirs = await joinLive(api, noor.client, other.sessionId);
    await theirs.open('code');
    expect(await raw.emitWithAck('live:join', { sessionId: other.sessionId })).toMatchObject({
      code: 'forbidden',
    });
    // It has left its own by trying.
    expect(await evil.change('code', typing('x'))).toMatchObject({ code: 'forbidden' });
    raw.emit('live:awareness', { view: 'code', file: 'src/index.ts' });
    expect(theirs.heard('live:update')).toEqual([]);
    expect(theirs.awareness()).toEqual([]);
    await raw.emitWithAck('live:join', { sessionId: session.sessionId });
    expect(
      await evil.change('board', (doc) => doc.getMap('elements').set('a', { id: 'a' })),
    ).toMatchObject({
      code: 'unavailable',
    });
    theirs.socket.close();
    await expectOthersGoOn();
  });

  it('that sends after the end is refused, and nothing of it is kept', async () => {
    await session.host.post(`${session.path}/end`);
    await waitFor(() => evil.status()?.state === 'ended');
    expect(await evil.change('code', typing('late'))).toMatchObject({ ok: false, code: 'not_now' });
    await good.open('code');
    expect(good.text()).not.toContain('late');
    good.socket.close();
    evil.socket.close();
  });

  it('that floods is told and cut', async () => {
    await until(() => raw.emit('live:update', 'code', 'AAAA', null, () => {}), 4_000);
    await waitFor(() => !evil.socket.connected);
    expect(evil.heard('live:cut')).toHaveLength(1);
    await expectOthersGoOn();
  });

  it('that floods with whereabouts is cut, and reaches others no faster than people move', async () => {
    await good.open('code');
    await until(
      (n) => raw.emit('live:awareness', { view: 'board', pointer: { x: n, y: n, down: false } }),
      6_000,
    );
    await expectCut('flooding');
    expect(good.awareness().length).toBeLessThan(200);
  });

  it('that builds on what never comes costs the server little and is cut', async () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(evil.docs.get('code') ?? new Y.Doc()));
    filesOf(doc).get('src/index.ts')?.insert(0, 'never sent');
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(Uint8Array.from(update)));
    for (let n = 0; n < 200; n += 1) filesOf(doc).get('src/index.ts')?.insert(0, 'x');
    const codes = new Set<string | undefined>();
    for (const update of updates) {
      if (!evil.socket.connected) break;
      const answer = await raw
        .timeout(5_000)
        .emitWithAck('live:update', 'code', update, null)
        .catch(() => undefined);
      if (answer) codes.add(answer.code);
    }
    expect(codes).toEqual(new Set(['unavailable']));
    await expectCut('hostile');
  });

  it('that pastes more than a file holds is refused, and goes on with less', async () => {
    const tooMuch = typing('x'.repeat(300 * 1024));
    expect(await evil.change('code', tooMuch)).toMatchObject({ ok: false, code: 'too_large' });
    const fresh = await joinLive(api, invited.client, session.sessionId);
    await fresh.open('code');
    expect(await fresh.change('code', typing('x'.repeat(200 * 1024)))).toEqual({ ok: true });
    await waitFor(() => (good.text()?.length ?? 0) > 200 * 1024);
    fresh.socket.close();
    await expectOthersGoOn();
  });

  it('that sends more than a message may have loses its connection, alone', async () => {
    raw.emit('live:update', 'code', new Uint8Array(600 * 1024), null, () => {});
    await waitFor(() => !evil.socket.connected);
    await expectOthersGoOn();
  });

  it('that does not read keeps the server from nothing, and gets one difference when it reads again', async () => {
    const wire = evil.socket.io.engine.transport as unknown as {
      ws: { _socket: { pause(): void; resume(): void } };
    };
    wire.ws._socket.pause();
    const [word, limit] = ['y'.repeat(200_000), 120];
    let sent = 0;
    // Until the machine's own buffers are full and what waits is held back.
    for (; sent < limit && !api.logs.some((line) => line.includes('held back')); sent += 1) {
      expect(await good.change('code', typing(word))).toEqual({ ok: true });
      await good.change('code', (doc) => filesOf(doc).get('src/index.ts')?.delete(0, word.length));
    }
    expect(sent).toBeLessThan(limit);
    await good.change('code', typing('// after\n'));
    wire.ws._socket.resume();
    await waitFor(() => evil.heard('live:reopen').length > 0);
    await evil.open('code');
    expect(evil.text()).toBe(good.text());
    await expectOthersGoOn();
  });

  it('that brings foreign content is refused: other types, nested ones, elements under false names', async () => {
    await evil.open('board');
    await good.open('board');
    const documents: [string, (doc: Y.Doc) => void][] = [
      ['another type', (doc) => doc.getMap('secret').set('a', { id: 'a' })],
      ['a nested type', (doc) => doc.getMap('elements').set('a', new Y.Map())],
      ['a sub-document', (doc) => doc.getMap('elements').set('a', new Y.Doc())],
      ['bytes', (doc) => doc.getMap('elements').set('a', new Uint8Array(8))],
      ['a false name', (doc) => doc.getMap('elements').set('a', { id: 'b' })],
      ['a long name', (doc) => doc.getMap('elements').set('a'.repeat(65), { id: 'a'.repeat(65) })],
      ['no JSON', (doc) => doc.getMap('elements').set('a', { id: 'a', big: 1n })],
    ];
    for (const [what, work] of documents) {
      const doc = new Y.Doc();
      work(doc);
      const update = Uint8Array.from(Y.encodeStateAsUpdate(doc));
      const answer = await raw.emitWithAck('live:update', 'board', update, null);
      expect([what, answer.code]).toEqual([what, 'malformed']);
    }
    const large = { id: 'a', text: 'x'.repeat(70 * 1024) };
    const whole = new Y.Doc();
    whole.getMap('elements').set('a', large);
    const update = Uint8Array.from(Y.encodeStateAsUpdate(whole));
    expect(await raw.emitWithAck('live:update', 'board', update, null)).toMatchObject({
      code: 'too_large',
    });
    const code = Uint8Array.from(Y.encodeStateAsUpdate(createWorkspace({ '../x': 'x' })));
    expect(await raw.emitWithAck('live:update', 'code', code, null)).toMatchObject({
      code: 'malformed',
    });
    expect(good.heard('live:update')).toEqual([]);
    await expectOthersGoOn();
  });

  it('cannot be somebody else by its whereabouts, nor bring a name or a colour', async () => {
    const connection = good.joined.ok ? good.joined.connection : '';
    for (const spoof of [
      { view: 'code', name: 'Sam' },
      { view: 'code', colour: 'red;} body { display: none' },
      { view: 'code', connection },
      [[connection, { view: 'code' }]],
      { view: 'code', file: '../../etc/passwd' },
      { view: 'code', cursors: ['"><script>'] },
      { view: 'board', pointer: { x: Number.MAX_VALUE, y: 0, down: false } },
    ]) {
      raw.emit('live:awareness', spoof);
      await new Promise((resolve) => setTimeout(resolve, 35));
    }
    raw.emit('live:awareness', { view: 'board' });
    await waitFor(() => good.awareness().length > 0);
    expect(good.awareness()).toEqual([
      [evil.joined.ok && evil.joined.connection, { view: 'board' }],
    ]);
    await expectOthersGoOn();
  });

  it('has a name of one line and a colour of ours, whatever it was called', async () => {
    const add = (name: string) =>
      session.host.post(`${session.path}/participants`, { role: 'observer', name });
    for (const name of ['a\nb', 'a\u0000', '\u202emallory', ' ', 'x'.repeat(81)])
      expect((await add(name)).status).toBe(400);
    const css = '"}body{display:none}/*</style><script>';
    expect((await add(css)).status).toBe(201);
    await waitFor(() => good.roster()?.some(({ name }) => name === css));
    for (const { colour } of good.roster() ?? []) expect(personColours).toContain(colour);
    await expectOthersGoOn();
  });
});
