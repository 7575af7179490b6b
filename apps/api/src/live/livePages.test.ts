import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { filesOf } from '@assay/workspace';
import { LiveConnection, type LiveKeeper, type WorkspaceSocket } from '@assay/workspace/browser';
import { listDocumentUpdates } from '@assay/db';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import type { ApiClient } from '#testing/apiClient.ts';
import { prepareSession } from '#testing/livePeople.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const file = 'src/index.ts';

let api: TestApi;
const closers: (() => unknown)[] = [];
beforeAll(async () => {
  api = await startTestApi();
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
afterAll(() => api.close());

/** What a browser keeps of unsent changes, by person and document. */
function browserStore() {
  const unsent = new Map<string, Uint8Array[]>();
  const keeper: LiveKeeper = {
    keep: (participantId, document, doc) => {
      const name = `${participantId}/${document}`;
      const left = unsent.get(name) ?? [];
      if (left.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(left));
      const write = (bytes: Uint8Array, _: unknown, __: Y.Doc, { local }: Y.Transaction) => {
        if (local) unsent.set(name, [...(unsent.get(name) ?? []), bytes]);
      };
      doc.on('update', write);
      return {
        loaded: Promise.resolve(),
        works: true,
        unsent: left.length,
        noteUnsent: (count) => {
          if (count === 0) unsent.delete(name);
        },
        close: async () => doc.off('update', write),
      };
    },
    forget: () => unsent.clear(),
  };
  return { unsent, keeper };
}

/** A page as a browser has it: the connection of the web app over a socket that comes back by itself. */
function openPage(
  client: ApiClient,
  sessionId: string,
  as: 'link' | 'staff' = 'link',
  keeper?: LiveKeeper,
) {
  const socket: WorkspaceSocket = io(api.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 30,
    reconnectionDelayMax: 30,
    extraHeaders: { cookie: client.cookieHeader() },
  });
  const connection = new LiveConnection(socket, { sessionId, as }, ['code', 'board'], keeper);
  const others = new Map<string, unknown>();
  connection.listen({
    apply: (changes) => changes.forEach(([id, state]) => others.set(id, state)),
    move: (cursors) => cursors.forEach(([id, cursor]) => others.set(id, { cursor })),
    clear: () => others.clear(),
  });
  closers.push(() => {
    connection.close();
    socket.disconnect();
  });
  const code = () => connection.view().documents.get('code');
  const files = () => filesOf(code()?.doc as Y.Doc);
  return {
    socket,
    connection,
    others,
    code,
    view: connection.view,
    text: () => files().get(file)?.toString() ?? '',
    type: (words: string) => files().get(file)?.insert(0, words),
    saved: () => waitFor(() => code()?.saveState.kind === 'saved'),
    inside: () => waitFor(() => code()?.opened === true),
  };
}

async function openSession() {
  const prepared = await prepareSession(api, { open: true });
  const noor = await prepared.invite('candidate', { name: 'Noor', admitted: true });
  const host = openPage(prepared.host, prepared.sessionId, 'staff');
  const candidate = openPage(noor.client, prepared.sessionId);
  await Promise.all([host.inside(), candidate.inside()]);
  return { ...prepared, lead: prepared.host, noor, host, candidate };
}

const logLength = async (sessionId: string) =>
  (await listDocumentUpdates(api.db, { sessionId, document: 'code' }, 0)).length;

describe('a page of a live session', () => {
  it('waits to be let in, goes in by itself, and says truthfully what is saved', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api);
    const noor = await invite('candidate', { name: 'Noor' });
    const page = openPage(noor.client, sessionId);
    await waitFor(() => page.view().entrance.kind === 'waiting');
    expect(page.code()?.saveState).toEqual({ kind: 'opening', pending: 0 });
    await host.post(`${path}/participants/${noor.participantId}/admit`, { admitted: true });
    await host.post(`${path}/start`);
    await page.inside();
    expect(page.view()).toMatchObject({
      entrance: { kind: 'inside' },
      self: { role: 'candidate' },
    });
    page.type('// hers\n');
    expect(page.code()?.saveState.kind).toBe('saving');
    await page.saved();
    await host.post(`${path}/end`);
    await waitFor(() => page.view().status?.state === 'ended');
    const late = openPage(noor.client, sessionId);
    await waitFor(() => late.view().entrance.kind === 'refused');
  });

  it('carries the cursor with the change that moved it, and tells the rest by itself', async () => {
    const { host, candidate } = await openSession();
    candidate.connection.say({ view: 'code', file, cursors: ['AAAA'] });
    const connection = candidate.view().self?.connection ?? '';
    await waitFor(() => host.others.has(connection));
    const sent: string[] = [];
    candidate.socket.onAnyOutgoing((name: string) => sent.push(name));
    candidate.type('k');
    candidate.connection.say({ view: 'code', file, cursors: ['BBBB'] });
    await waitFor(() => host.text().startsWith('k'));
    expect(host.others.get(connection)).toEqual({ cursor: 'BBBB' });
    await candidate.saved();
    candidate.connection.say({ view: 'board', file, cursors: ['BBBB'] });
    await waitFor(() => sent.includes('live:awareness'));
    expect(sent.filter((name) => name === 'live:awareness')).toHaveLength(1);
  });

  it('loses and doubles nothing when the connection is cut while both type', async () => {
    const { host, candidate, sessionId } = await openSession();
    const before = await logLength(sessionId);
    candidate.type('one ');
    candidate.socket.io.engine.close();
    candidate.type('two ');
    host.type('three ');
    expect(['offline', 'saving']).toContain(candidate.code()?.saveState.kind);
    await waitFor(() => candidate.view().connected && candidate.text() === host.text());
    await Promise.all([candidate.saved(), host.saved()]);
    for (const word of ['one ', 'two ', 'three ']) expect(host.text().split(word)).toHaveLength(2);
    expect(await logLength(sessionId)).toBeGreaterThan(before);
    expect(candidate.view().roster.filter(({ presence }) => presence === 'present')).toHaveLength(
      2,
    );
  });

  it('comes to the same document when messages are lost and doubled on the way', async () => {
    const { host, candidate } = await openSession();
    const events = candidate.socket as unknown as { onevent(packet: { data: unknown[] }): void };
    const { onevent } = events;
    let count = 0;
    events.onevent = (packet) => {
      const isUpdate = packet.data[0] === 'live:update';
      if (isUpdate) count += 1;
      if (isUpdate && count % 2 === 1) return;
      onevent.call(candidate.socket, packet);
      if (isUpdate) onevent.call(candidate.socket, packet);
    };
    for (const word of ['a', 'b', 'c', 'd', 'e']) {
      host.type(word);
      await host.saved();
    }
    // Both compare what they have after a pause.
    await waitFor(() => candidate.text() === host.text());
    expect(count).toBeGreaterThan(0);
  });

  it('learns of a change that was lost on the way though nobody changes anything after it', async () => {
    const { host, candidate } = await openSession();
    const events = candidate.socket as unknown as { onevent(packet: { data: unknown[] }): void };
    const { onevent } = events;
    let lost = 0;
    events.onevent = (packet) => {
      if (packet.data[0] === 'live:update') lost += 1;
      else onevent.call(candidate.socket, packet);
    };
    host.type('the last word ');
    await host.saved();
    await waitFor(() => candidate.text() === host.text());
    expect(lost).toBe(1);
    // The same of a deletion, which adds nothing.
    filesOf(host.code()?.doc as Y.Doc)
      .get(file)
      ?.delete(0, 4);
    await host.saved();
    await waitFor(() => candidate.text() === host.text());
    expect(candidate.text()).toMatch(/^last word/);
    expect(lost).toBe(2);
  });

  it('sends again what was lost on the way to the server, and joins twice as if once', async () => {
    const { host, candidate, sessionId, noor } = await openSession();
    const line = candidate.socket as unknown as { packet(packet: { data?: unknown[] }): void };
    const { packet } = line;
    let lost = 0;
    line.packet = (sent) => {
      if (sent.data?.[0] === 'live:update' && lost === 0) lost += 1;
      else packet.call(candidate.socket, sent);
    };
    candidate.type('first ');
    await waitFor(() => host.text().startsWith('first '));
    expect(lost).toBe(1);
    await candidate.saved();
    const again = await candidate.socket.emitWithAck('live:join', { sessionId });
    expect(again).toMatchObject({
      ok: true,
      participantId: noor.participantId,
      connection: candidate.view().self?.connection,
    });
    host.type('still open ');
    await waitFor(() => candidate.text().startsWith('still open first '));
    expect(candidate.view().roster.flatMap(({ connections }) => connections)).toHaveLength(2);
  });

  it('makes its document new when a change is refused for good, and goes on from what all have', async () => {
    const { lead, candidate, host, path } = await openSession();
    const first = candidate.code();
    candidate.type('kept\n');
    await candidate.saved();
    await lead.put(`${path}/locks`, { path: file, locked: true });
    // Typed before the page has made the file read-only.
    candidate.type('lost\n');
    await waitFor(() => candidate.code() !== first);
    await Promise.all([candidate.inside(), host.saved()]);
    await waitFor(() => candidate.code()?.saveState.kind === 'saved');
    expect(candidate.text()).toBe(host.text());
    expect(candidate.text()).toMatch(/^kept/);
    expect(candidate.view().lost).toMatchObject({ document: 'code' });
  });

  it('receives nothing in focus time, shows nobody then, and has everything afterwards', async () => {
    const { lead, noor, candidate, host, path, sessionId } = await openSession();
    candidate.connection.say({ view: 'code', file });
    const connection = candidate.view().self?.connection ?? '';
    await waitFor(() => host.others.has(connection));
    await lead.post(`${path}/focus`, { minutes: 5 });
    await waitFor(() => host.view().status?.focus !== undefined);
    expect(host.others.size).toBe(0);
    candidate.type('quietly ');
    await candidate.saved();
    expect(host.text()).not.toContain('quietly');
    expect(host.code()?.saveState).toEqual({ kind: 'opening', pending: 0 });
    await noor.client.post(`/api/live/own/${sessionId}/focus/end`);
    await waitFor(() => host.text().includes('quietly'));
    await waitFor(() => host.others.has(connection));
  });

  it('sends what a page left unsent once its person is back, and keeps nothing that is sent, refused or over', async () => {
    const { lead, noor, host, candidate, path, sessionId } = await openSession();
    const { unsent, keeper } = browserStore();
    const first = openPage(noor.client, sessionId, 'link', keeper);
    await first.inside();
    first.type('sent ');
    await first.saved();
    expect(unsent.size).toBe(0);
    first.socket.disconnect();
    await waitFor(() => !first.view().connected);
    first.type('unsent ');
    expect(first.code()?.saveState).toEqual({ kind: 'offline', pending: 1, kept: true });
    first.connection.close();
    candidate.type('meanwhile ');
    await candidate.saved();

    const second = openPage(noor.client, sessionId, 'link', keeper);
    await second.inside();
    await second.saved();
    await waitFor(() => host.text() === second.text() && candidate.text() === second.text());
    for (const words of ['unsent ', 'meanwhile ']) expect(second.text()).toContain(words);
    expect(second.text().split('sent ')).toHaveLength(3);
    expect(unsent.size).toBe(0);

    await lead.put(`${path}/locks`, { path: file, locked: true });
    const refused = second.code();
    second.type('refused ');
    await waitFor(() => second.code() !== refused && second.code()?.opened);
    expect(second.text()).not.toContain('refused');
    expect(unsent.size).toBe(0);

    await lead.put(`${path}/locks`, { path: file, locked: false });
    await waitFor(() => second.view().status?.locked.length === 0);
    second.socket.disconnect();
    await waitFor(() => !second.view().connected);
    second.type('too late ');
    second.connection.close();
    expect(unsent.size).toBe(1);
    await lead.post(`${path}/end`);
    const third = openPage(noor.client, sessionId, 'link', keeper);
    await waitFor(() => third.view().entrance.kind === 'refused');
    expect(unsent.size).toBe(0);
  });

  it('keeps what was typed while the server starts anew', async () => {
    const { host, candidate, sessionId } = await openSession();
    const { port } = new URL(api.url);
    await api.stop();
    await waitFor(() => !candidate.view().connected);
    candidate.type('meanwhile ');
    expect(candidate.code()?.saveState).toEqual({ kind: 'offline', pending: 1, kept: false });
    const next = await api.restart();
    await new Promise<void>((resolve) => next.server.listen(Number(port), '127.0.0.1', resolve));
    closers.push(() => next.close());
    await waitFor(() => host.text().startsWith('meanwhile '));
    await candidate.saved();
    expect(candidate.code()?.saveState).toMatchObject({ kind: 'saved', reconnected: true });
    expect(host.text()).toBe(candidate.text());
    expect(await logLength(sessionId)).toBe(2);
  });
});
