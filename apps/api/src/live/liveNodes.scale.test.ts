import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { listDocumentUpdates } from '@assay/db';
import { freePort, startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { filesOf, readLog } from '@assay/workspace';
import { LiveConnection, type WorkspaceSocket } from '@assay/workspace/browser';
import { io } from 'socket.io-client';
import { joinLive, type LivePage, prepareSession, typing } from '#testing/livePeople.ts';
import { Passage } from '#testing/Passage.ts';
import { nodeSettings, startNode, type TestNode } from '#testing/startNode.ts';
import { waitFor } from '#testing/waitFor.ts';

const file = 'src/index.ts';

let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
let redis: Awaited<ReturnType<typeof startRedisServer>>;
/** Between the second node and the others. */
let bus: Passage;
let [one, two]: TestNode[] = [];
const pages: LivePage[] = [];

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
  bus = await Passage.to(Number(new URL(redis.url).port));
  const urls = { postgres: postgres.url, redis: redis.url };
  one = await startNode(urls);
  two = await startNode({ ...urls, bus: `redis://127.0.0.1:${bus.port}` });
});
afterEach(() => {
  for (const page of pages.splice(0)) page.socket.close();
});
afterAll(async () => {
  await Promise.all([one?.close(), two?.close()]);
  bus.close();
  await Promise.all([postgres.close(), redis.close()]);
});

function nodes(): [TestNode, TestNode] {
  if (one === undefined || two === undefined) throw new Error('The nodes have not started.');
  return [one, two];
}

/** A session led on the first node, with the candidate on the second, and an interviewer on both. */
async function meet() {
  const [first, second] = nodes();
  const session = await prepareSession(first, { open: true });
  const noor = await session.invite('candidate', { name: 'Noor', admitted: true });
  const enter = async (node: TestNode, client: Parameters<typeof joinLive>[1]) => {
    const page = await joinLive(node, client, session.sessionId);
    pages.push(page);
    expect(await page.open('code')).toMatchObject({ ok: true });
    return page;
  };
  return {
    ...session,
    noor,
    leading: await enter(first, session.host),
    beside: await enter(second, session.host),
    solving: await enter(second, noor.client),
    enter,
  };
}

const connectionOf = ({ joined }: LivePage) => (joined.ok ? joined.connection : '');
const logged = async (sessionId: string) => {
  const [{ db }] = nodes();
  return listDocumentUpdates(db, { sessionId, document: 'code' }, 0);
};
const textInLog = async (sessionId: string) =>
  readLog((await logged(sessionId)).map(({ bytes }) => bytes))[file];

describe('a session on two nodes', () => {
  it('is one for those who type on both at once: text, cursors, people, call, chat and runs', async () => {
    const { sessionId, leading, beside, solving } = await meet();
    const [keys] = await Promise.all(
      [leading, solving, beside].map(async (page, index) => {
        for (let key = 0; key < 15; key += 1)
          expect(await page.change('code', typing(`${index}.${key};`), 'AAAA')).toEqual({
            ok: true,
          });
        return 3 * 15;
      }),
    );
    const text = await textInLog(sessionId);
    await waitFor(() => [leading, beside, solving].every((page) => page.text() === text));
    expect(text?.match(/\d\.\d+;/g)).toHaveLength(keys ?? 0);
    expect((await logged(sessionId)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 1 + 45 }, (_, index) => index + 1),
    );
    // With the cursor of whoever wrote it on the other node.
    await waitFor(() =>
      leading
        .heard('live:update')
        .some(([, , , cursors]) =>
          (cursors as [string, string][] | undefined)?.some(([at]) => at === connectionOf(solving)),
        ),
    );
    solving.socket.emit('live:awareness', { view: 'code', file });
    await waitFor(() => leading.awareness().some(([who]) => who === connectionOf(solving)));
    expect(leading.roster()?.map(({ name, presence }) => `${name}: ${presence}`)).toEqual([
      'The interviewer: present',
      'Noor: present',
    ]);
    // Somebody's client id is theirs on the other node as well, before they have written with it.
    const clientId = 123_456;
    const stateVector = Uint8Array.of(0);
    await solving.socket.emitWithAck('live:open', { document: 'board', stateVector, clientId });
    expect(
      await leading.socket.emitWithAck('live:open', { document: 'board', stateVector, clientId }),
    ).toMatchObject({ ok: false, code: 'client_taken' });

    const media = { microphone: 'on', camera: 'none' } as const;
    await solving.socket.emitWithAck('live:call_join', media);
    const called = await leading.socket.emitWithAck('live:call_join', media);
    expect(called.ok && called.members.map(({ connection }) => connection).sort()).toEqual(
      [connectionOf(leading), connectionOf(solving)].sort(),
    );
    const offer = { kind: 'description', type: 'offer', sdp: 'v=0' } as const;
    await leading.socket.emitWithAck('live:signal', connectionOf(solving), offer);
    await waitFor(() => solving.heard('live:signal').length === 1);

    await solving.socket.emitWithAck('live:chat', { id: crypto.randomUUID(), text: 'Hello' });
    await waitFor(() => leading.heard('live:chat').length === 1);
    const id = crypto.randomUUID();
    const run = { kind: 'tests', id, suite: 'public' } as const;
    expect(await solving.socket.emitWithAck('live:run', run)).toMatchObject({ ok: true });
    await waitFor(() => leading.heard('live:run').length === 1);
    const again = { ...run, id: crypto.randomUUID() };
    expect(await leading.socket.emitWithAck('live:run', again)).toMatchObject({ code: 'not_now' });
    expect(await leading.socket.emitWithAck('live:run_cancel', id)).toMatchObject({ ok: true });
    for (const page of [leading, beside, solving]) {
      await waitFor(() => page.heard('live:run').length === 2);
      expect(page.heard('live:run').at(-1)?.[1]).toMatchObject({ id, state: 'cancelled' });
    }
  });

  it('holds a focus time at the wire on both, a held right and the end', async () => {
    const { host, path, noor, sessionId, leading, beside, solving } = await meet();
    await host.post(`${path}/focus`, { minutes: 5 });
    await waitFor(() => solving.status()?.focus);
    const before = [leading, beside].map(({ received }) => received.length);
    for (let key = 0; key < 20; key += 1)
      await solving.change('code', typing(`calm ${key};`), 'AAAA');
    solving.socket.emit('live:awareness', { view: 'code', file });
    const id = crypto.randomUUID();
    await solving.socket.emitWithAck('live:run', { kind: 'tests', id, suite: 'public' });
    await solving.socket.emitWithAck('live:run_cancel', id);
    for (const page of [leading, beside])
      expect(await page.open('code')).toMatchObject({ ok: false, code: 'not_now' });
    // The digest of what was typed has been told by then.
    await waitFor(() => solving.heard('live:digest').length > 0);
    for (const [index, { received }] of [leading, beside].entries()) {
      const heard = new Set(received.slice(before[index]).map(([event]) => event));
      for (const event of ['live:update', 'live:digest', 'live:awareness', 'live:run'])
        expect(heard).not.toContain(event);
    }

    const ended = await noor.client.post(`/api/live/own/${sessionId}/focus/end`);
    expect(ended.status).toBe(200);
    for (const page of [leading, beside]) {
      await waitFor(() => page.heard('live:reopen').length > 0);
      await page.open('code');
      expect(page.text()).toContain('calm 19;');
    }
    await host.put(`${path}/participants/${noor.participantId}/editing`, { frozen: true });
    await waitFor(() => solving.heard('live:reopen').length > 0);
    expect(await solving.change('code', typing('held'))).toMatchObject({ code: 'read_only' });
    await host.put(`${path}/participants/${noor.participantId}/editing`, { frozen: false });
    await host.post(`${path}/end`);
    expect((await beside.change('code', typing('late'))).ok).toBe(false);
    expect(await textInLog(sessionId)).not.toMatch(/held|late/);
  });

  it('reads in the log, and in the session, what it missed while nodes could not hear each other', async () => {
    const { host, path, noor, sessionId, leading, beside, solving } = await meet();
    bus.cut();
    await leading.change('code', typing('from one;'));
    await solving.change('code', typing('from two;'));
    for (const page of [leading, solving, beside])
      await waitFor(() => page.text()?.includes('from one;') && page.text()?.includes('from two;'));
    await host.put(`${path}/participants/${noor.participantId}/editing`, { frozen: true });
    await waitFor(() => solving.heard('live:reopen').length > 0);
    // People come in on the node that nobody answers.
    const [, second] = nodes();
    const late = await joinLive(second, noor.client, sessionId);
    pages.push(late);
    expect(late.joined).toMatchObject({ ok: true, admitted: true });
    // A focus time that this node was not told of holds on it as well.
    await host.post(`${path}/focus`, { minutes: 5 });
    expect(await beside.open('code')).toMatchObject({ ok: false, code: 'not_now' });
    bus.lead(Number(new URL(redis.url).port));
  });
});

describe('a node that is killed while somebody types', () => {
  it('loses nothing and doubles nothing: the page goes on with the other node', async () => {
    const [first] = nodes();
    const port = await freePort();
    const killed = await startProcess(port);
    const way = await Passage.to(port);
    const { sessionId, leading, noor } = await meet();
    const socket: WorkspaceSocket = io(`http://127.0.0.1:${way.port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      extraHeaders: { cookie: noor.client.cookieHeader() },
    });
    const page = new LiveConnection(socket, { sessionId, as: 'link' }, ['code']);
    const code = () => page.view().documents.get('code');
    await waitFor(() => code()?.opened);
    const typed: string[] = [];
    const type = (count: number) => {
      for (let key = 0; key < count; key += 1) {
        typed.push(`k${typed.length};`);
        const doc = code()?.doc;
        if (doc)
          filesOf(doc)
            .get(file)
            ?.insert(0, typed.at(-1) ?? '');
      }
    };
    // In the middle of keys: some are acknowledged, some on their way, some not sent yet.
    for (let round = 0; round < 30; round += 1) {
      type(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    type(5);
    killed.kill('SIGKILL');
    type(5);
    way.cut(Number(new URL(first.url).port));
    type(5);
    await waitFor(() => code()?.saveState.kind === 'saved');
    const text = await textInLog(sessionId);
    expect(text?.match(/k\d+;/g)?.sort()).toEqual(typed.sort());
    await waitFor(() => leading.text() === text);
    const roster = () => leading.roster()?.find(({ name }) => name === 'Noor');
    await waitFor(() => roster()?.connections.length === 2);
    page.close();
    socket.disconnect();
    way.close();
  });

  async function startProcess(port: number): Promise<ChildProcess> {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PORT: String(port),
        DATABASE_URL: postgres.url,
        REDIS_URL: redis.url,
        ASSAY_URL: nodeSettings.publicUrl,
        ASSAY_SECRET: nodeSettings.secret,
        ASSAY_WORKER_TOKEN: 't'.repeat(16),
      },
    });
    await once(child.stdout, 'data');
    return child;
  }
});
