import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { maxUpdateBytes } from '@assay/contracts/realtime';
import { type WorkspaceKey, findDocumentSnapshot, listDocumentUpdates } from '@assay/db';
import { filesOf, WorkspaceRooms } from '@assay/workspace';
import { WorkspaceProvider } from '@assay/workspace/browser';
import { hourOfTyping } from '@assay/workspace/testing';
import { pino } from 'pino';
import * as Y from 'yjs';
import { Background } from '#background.ts';
import type { ApiClient } from '#testing/apiClient.ts';
import { connectSocket, type TestSocket } from '#testing/connectSocket.ts';
import { invite } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';
import { workspaceKey, workspaceLog } from '#workspaces/workspaceLog.ts';

let api: TestApi;
const ends: (() => void)[] = [];
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A browser tab with the entry file open. */
async function openTab(client: ApiClient, attemptId: string, doc = new Y.Doc()) {
  const socket: TestSocket = await connectSocket(api, client);
  const provider = new WorkspaceProvider({ socket, attemptId, challenge: 'sample', doc });
  ends.push(() => {
    provider.close();
    socket.close();
  });
  await waitFor(() => provider.saveState.kind === 'saved');
  const text = () => filesOf(doc).get('src/index.ts') ?? new Y.Text();
  return {
    socket,
    provider,
    doc,
    text: () => text().toString(),
    type: (typed: string) => {
      for (const letter of typed) text().insert(text().length, letter);
    },
    saved: () => waitFor(() => provider.saveState.kind === 'saved'),
  };
}

async function candidate() {
  const { client, attemptId, path } = await invite(api, { started: true });
  const tab = await openTab(client, attemptId);
  tab.type('|');
  await tab.saved();
  /** What the server has typed after the starter. */
  const onServer = async () => {
    const { body } = await client.get(`${path}/workspaces/sample`);
    return (body as { files: Record<string, string> }).files['src/index.ts']?.split('|')[1];
  };
  return { client, attemptId, tab, onServer };
}

describe('work', () => {
  it('of ten minutes without a connection arrives once the connection is back', async () => {
    const { tab, onServer } = await candidate();
    tab.socket.disconnect();
    const typed = 'x'.repeat(42);
    tab.type(typed);
    api.passes(10);
    expect(tab.provider.saveState).toMatchObject({ kind: 'offline', pending: 42 });
    expect(await onServer()).toBe('');
    tab.socket.connect();
    await tab.saved();
    expect(tab.provider.saveState).toMatchObject({ reconnected: true });
    expect(await onServer()).toBe(typed);
  });

  it('that was acknowledged is on the next machine after a browser was killed', async () => {
    const { client, attemptId, tab } = await candidate();
    tab.type('acknowledged');
    await tab.saved();
    tab.type(' and lost');
    // A killed process says nothing any more.
    tab.socket.io.engine.close();
    tab.socket.disconnect();
    const other = await openTab(client, attemptId);
    expect(other.text().split('|')[1]).toBe('acknowledged');
    other.type('!');
    await other.saved();
    expect(other.text().split('|')[1]).toBe('acknowledged!');
  });

  it('of more than one message holds arrives after a reload, all of it and once', async () => {
    const { client, attemptId, tab, onServer } = await candidate();
    tab.socket.disconnect();
    const files = filesOf(tab.doc);
    // Characters that take three bytes, a file that comes and goes, and one that is written anew.
    const long = '€uro\n'.repeat(40_000);
    files.set('src/fresh.ts', new Y.Text(long));
    files.set('src/gone.ts', new Y.Text(long));
    files.delete('src/gone.ts');
    tab.type('first ');
    const kept = Y.encodeStateAsUpdate(tab.doc);
    expect(kept.byteLength).toBeGreaterThan(maxUpdateBytes);

    const reloaded = new Y.Doc();
    Y.applyUpdate(reloaded, kept);
    const again = await openTab(client, attemptId, reloaded);
    expect(await onServer()).toBe('first ');
    again.type('second');
    await again.saved();
    const elsewhere = await openTab(client, attemptId);
    expect(filesOf(elsewhere.doc).get('src/fresh.ts')?.toString()).toBe(long);
    expect(filesOf(elsewhere.doc).has('src/gone.ts')).toBe(false);
    expect(await onServer()).toBe('first second');
  });

  it('of two tabs is in both, each letter once', async () => {
    const { client, attemptId, tab, onServer } = await candidate();
    const other = await openTab(client, attemptId);
    for (let turn = 0; turn < 20; turn += 1) {
      tab.type('a');
      other.type('b');
      await new Promise((resolve) => setTimeout(resolve, turn * 10));
    }
    await tab.saved();
    await other.saved();
    await waitFor(() => tab.text() === other.text());
    const typed = (await onServer()) ?? '';
    expect(typed.split('').toSorted().join('')).toBe('a'.repeat(20) + 'b'.repeat(20));
    expect(tab.text().split('|')[1]).toBe(typed);
  });

  it('is not doubled when its acknowledgement is lost', async () => {
    const { tab, onServer } = await candidate();
    for (const word of ['one ', 'two ', 'three ']) {
      tab.type(word);
      tab.provider.flush();
      tab.socket.io.engine.close();
      await waitFor(() => !tab.socket.connected);
      tab.socket.connect();
      await tab.saved();
    }
    expect(await onServer()).toBe('one two three ');
  });
});

describe('a change that is refused', () => {
  const bytes = (update: Uint8Array) => Uint8Array.from(update);
  const cases: Record<string, { code: string; send: (tab: Tab, other: Tab) => Promise<unknown> }> =
    {
      'because it is malformed': {
        code: 'malformed',
        send: (tab) => tab.send(bytes(new Uint8Array([1, 255, 255, 7]))),
      },
      'because it is too large': {
        code: 'too_large',
        send: (tab) => tab.send(new Uint8Array(maxUpdateBytes + 1)),
      },
      'because it comes with too many others': {
        code: 'unavailable',
        send: async (tab) => {
          const answers = await Promise.all(
            Array.from({ length: 700 }, () => tab.send(bytes(Y.encodeStateAsUpdate(new Y.Doc())))),
          );
          return answers.find((answer) => !answer.ok);
        },
      },
      'because it is somebody else’s workspace': {
        code: 'forbidden',
        send: (tab, other) => tab.send(bytes(Y.encodeStateAsUpdate(new Y.Doc())), other.attemptId),
      },
    };
  type Tab = {
    attemptId: string;
    send: (
      update: Uint8Array<ArrayBuffer>,
      attemptId?: string,
    ) => Promise<{ ok: boolean; code?: string }>;
  };
  const tabOf = ({ attemptId, tab }: Awaited<ReturnType<typeof candidate>>): Tab => ({
    attemptId,
    send: (update, to = attemptId) =>
      tab.socket.emitWithAck('workspace:update', { attemptId: to, challenge: 'sample', update }),
  });

  it.each(Object.keys(cases))('%s is logged and harms nothing', async (name) => {
    const { code, send } = cases[name] ?? { code: '', send: async () => undefined };
    const [mine, theirs] = [await candidate(), await candidate()];
    expect(await send(tabOf(mine), tabOf(theirs))).toMatchObject({ ok: false, code });
    const line = api.logs.findLast(
      (entry) => entry.includes('was refused') && entry.includes(mine.attemptId),
    );
    expect(JSON.parse(line ?? '{}')).toMatchObject({ event: 'workspace:update', code });
    for (const { tab, onServer } of [mine, theirs]) {
      tab.type('still here');
      await waitFor(async () => (await onServer()) === 'still here');
    }
  });

  it('because the time is over is logged too', async () => {
    const late = await startTestApi();
    const { client, attemptId } = await invite(late, { started: true });
    const socket = await connectSocket(late, client);
    const doc = new Y.Doc();
    const provider = new WorkspaceProvider({ socket, attemptId, challenge: 'sample', doc });
    await waitFor(() => provider.saveState.kind === 'saved');
    late.passes(60);
    filesOf(doc).get('src/index.ts')?.insert(0, 'late');
    expect(await provider.whenSettled()).toMatchObject({ kind: 'refused', code: 'read_only' });
    const line = late.logs.find((entry) => entry.includes('was refused')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ attemptId, code: 'read_only' });
    provider.close();
    socket.close();
    await late.close();
  });
});

/** What a workspace's rows take in the database, bytes. */
async function bytesOf({ attemptId, challenge }: WorkspaceKey): Promise<number> {
  const { rows } = await api.pglite.query<{ bytes: number }>(
    `select sum(bytes)::int as bytes from (
       select pg_column_size(u.*) as bytes from document_updates u where owner_id = $1 and name = $2
       union all
       select pg_column_size(s.*) from document_snapshots s where owner_id = $1 and name = $2) as row_sizes`,
    [attemptId, challenge],
  );
  return rows[0]?.bytes ?? Number.NaN;
}

describe('the log of an hour', () => {
  it('takes less than 2 MB of the database, and every change can be replayed', async () => {
    const { attemptId } = await invite(api, { started: true });
    // Without the starter that the server puts into the workspaces of an attempt.
    const workspace: WorkspaceKey = { attemptId, challenge: 'an-hour' };
    await api.pglite.query(
      `insert into attempt_challenges (attempt_id, slug, position, challenge_hash)
       select attempt_id, $2, position + 1, challenge_hash from attempt_challenges
       where attempt_id = $1 order by position desc limit 1`,
      [attemptId, workspace.challenge],
    );
    const [starter, ...typed] = hourOfTyping().entries;
    const background = new Background(pino({ level: 'silent' }));
    let now = new Date();
    const open = () =>
      new WorkspaceRooms(
        (key) => workspaceLog({ db: api.db, background, now: () => new Date() }, key),
        { now: () => now },
      );
    const rooms = open();
    const room = rooms.room(workspaceKey(workspace));
    expect(await room.update(starter?.bytes ?? new Uint8Array(), 'server')).toMatchObject({
      ok: true,
      entry: { author: 'server' },
    });
    for (const [index, { bytes, author, at }] of typed.entries()) {
      now = at;
      const written = room.update(bytes, author);
      // Not one by one: an hour would take a minute to write.
      if (index % 250 === 249 || index === typed.length - 1)
        expect(await written).toMatchObject({ ok: true });
    }
    await background.settled();
    const stored = await listDocumentUpdates(api.db, workspace, 0);
    expect(stored.slice(1).map(({ bytes }) => bytes)).toEqual(typed.map(({ bytes }) => bytes));
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));

    expect(await bytesOf(workspace)).toBeLessThan(2 * 1024 * 1024);
    const snapshot = await findDocumentSnapshot(api.db, workspace);
    expect(stored.length - (snapshot?.seq ?? 0)).toBeLessThan(500);
    const again = open();
    expect(await again.room(workspaceKey(workspace)).files()).toEqual(await room.files());
    rooms.close();
    again.close();
  });
});
