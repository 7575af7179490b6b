import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { maxFileLength } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import { filesOf } from '#document/workspaceDocument.ts';
import type { OfflineCopy } from './OfflineCopy.ts';
import { startTestServer, type TestServer } from './testServer.ts';
import { WorkspaceProvider, type WorkspaceSocket } from './WorkspaceProvider.ts';

const workspace = { attemptId: '6f0d3a52-0c3e-4b7c-9a58-0d6b7a4c2f11', challenge: 'orders-api' };
const openProviders: WorkspaceProvider[] = [];
let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});

afterEach(async () => {
  for (const provider of openProviders.splice(0)) provider.close();
  await server.close();
});

function open(doc = new Y.Doc(), socket: WorkspaceSocket = server.connect(), unsent = 0) {
  const notes: number[] = [];
  const offlineCopy: OfflineCopy & { unwritten: number } = {
    loaded: Promise.resolve(),
    works: true,
    unsent,
    unwritten: 0,
    noteUnsent: (count) => notes.push(count),
    close: () => Promise.resolve(),
  };
  const provider = new WorkspaceProvider({ ...workspace, socket, doc, offlineCopy });
  openProviders.push(provider);
  return { provider, doc, socket, notes, offlineCopy, text: doc.getText('file') };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 8_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`It never came true that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const isSaved = (provider: WorkspaceProvider) => () => provider.saveState.kind === 'saved';

describe('opening a workspace', () => {
  it('brings what the server has and is saved', async () => {
    server.doc.getText('file').insert(0, 'starter');
    const { provider, text } = open();
    expect(provider.saveState.kind).not.toBe('saved');
    expect(provider.opened).toBe(false);
    await until(isSaved(provider), 'the workspace is saved');
    expect(text.toString()).toBe('starter');
    expect(provider.opened).toBe(true);
  });

  it('sends what an earlier visit left behind, a deleted line included', async () => {
    server.doc.getText('file').insert(0, 'one two');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc));
    doc.getText('file').delete(0, 4);
    const { provider } = open(doc);
    await until(isSaved(provider), 'the workspace is saved');
    expect(server.doc.getText('file').toString()).toBe('two');
  });

  it('says that changes are kept once they are written, and not before', async () => {
    const { provider, socket, offlineCopy, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    socket.disconnect();
    for (const letter of 'abc') text.insert(0, letter);
    offlineCopy.unwritten = 2;
    offlineCopy.onWriting?.();
    expect(provider.saveState).toEqual({ kind: 'offline', pending: 1, kept: true });
    offlineCopy.unwritten = 0;
    offlineCopy.onWriting?.();
    expect(provider.saveState).toEqual({ kind: 'offline', pending: 3, kept: true });
  });

  it('counts what an earlier visit left until the server has it, and keeps the count for the next', async () => {
    const { doc, socket, notes: first } = open();
    await until(() => socket.connected, 'there is a connection');
    socket.disconnect();
    for (const letter of 'forty-two') doc.getText('file').insert(0, letter);
    expect(first.at(-1)).toBe(9);

    server.mood.silent = true;
    const { provider, notes, socket: next } = open(doc, server.connect(), 9);
    await until(() => next.connected, 'there is a connection again');
    expect(provider.saveState).toEqual({ kind: 'opening', pending: 9 });
    doc.getText('file').insert(0, '!');
    expect(provider.saveState.pending).toBe(10);
    next.disconnect();
    expect(provider.saveState).toEqual({ kind: 'offline', pending: 10, kept: true });
    server.mood.silent = false;
    next.connect();
    await until(isSaved(provider), 'the workspace is saved');
    expect(notes).toEqual([9, 10, 0]);
  });

  it('sends more than one message holds from an earlier visit, once', async () => {
    const doc = new Y.Doc();
    for (let index = 0; index < 9; index += 1)
      doc.getText('file').insert(0, String(index).repeat(100_000));
    const { provider } = open(doc, server.connect(), 9);
    await until(isSaved(provider), 'the workspace is saved');
    expect(server.log.length).toBeGreaterThan(3);
    expect(server.doc.getText('file').toString()).toBe(doc.getText('file').toString());
  });

  it('adds nothing to the log when both sides have the same', async () => {
    server.doc.getText('file').insert(0, 'same');
    server.doc.getText('file').delete(0, 1);
    const { provider } = open();
    await until(isSaved(provider), 'the workspace is saved');
    expect(server.log).toHaveLength(0);
  });
});

describe('typing', () => {
  it('is saved only once the server has acknowledged it', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    text.insert(0, 'a');
    expect(provider.saveState).toEqual({ kind: 'saving', pending: 1 });
    await until(isSaved(provider), 'the change is saved');
    expect(server.doc.getText('file').toString()).toBe('a');
  });

  it('goes out as one message for each pause', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    for (const letter of 'router') text.insert(text.length, letter);
    expect(provider.saveState).toEqual({ kind: 'saving', pending: 6 });
    await until(isSaved(provider), 'the word is saved');
    expect(server.log).toHaveLength(1);
    expect(server.doc.getText('file').toString()).toBe('router');
  });

  it('reaches another person, and comes back from them', async () => {
    const [first, second] = [open(), open()];
    await until(isSaved(first.provider), 'the first is saved');
    await until(isSaved(second.provider), 'the second is saved');
    first.text.insert(0, 'from the first');
    await until(() => second.text.toString() === 'from the first', 'the second has the change');
    expect(second.provider.saveState.kind).toBe('saved');
    expect(server.log).toHaveLength(1);
  });

  it('splits one paste that is too large for one message', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    text.insert(0, '🙂'.repeat(150_000));
    expect(provider.saveState).toEqual({ kind: 'saving', pending: 1 });
    await until(isSaved(provider), 'the paste is saved');
    expect(server.log.length).toBeGreaterThan(1);
    expect(server.doc.getText('file').toString()).toBe(text.toString());
  });

  it('splits many changes that are too large for one message', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    for (let index = 0; index < 5; index += 1) text.insert(0, String(index).repeat(100_000));
    expect(await provider.whenSettled()).toEqual({
      kind: 'saved',
      pending: 0,
      reconnected: false,
    });
    expect(server.log.length).toBeGreaterThan(1);
    expect(server.doc.getText('file').length).toBe(500_000);
  });
});

describe('a lost connection', () => {
  it('says how many changes wait, and sends them after reconnecting', async () => {
    const { provider, text, socket } = open();
    await until(isSaved(provider), 'the workspace is saved');
    socket.disconnect();
    text.insert(0, 'off');
    text.insert(3, 'line');
    text.delete(0, 1);
    expect(provider.saveState).toEqual({ kind: 'offline', pending: 3, kept: true });
    expect(await provider.whenSettled()).toEqual({ kind: 'offline', pending: 3, kept: true });
    socket.connect();
    await until(isSaved(provider), 'the changes are saved');
    expect(provider.saveState).toMatchObject({ reconnected: true });
    expect(server.doc.getText('file').toString()).toBe('ffline');
    text.insert(0, 'o');
    await until(isSaved(provider), 'the next change is saved');
    expect(provider.saveState).toMatchObject({ reconnected: false });
  });

  it('sends more than one message holds change by change', async () => {
    const { provider, text, socket } = open();
    await until(isSaved(provider), 'the workspace is saved');
    socket.disconnect();
    for (let index = 0; index < 3; index += 1) text.insert(0, String(index).repeat(100_000));
    socket.connect();
    await until(isSaved(provider), 'the changes are saved');
    expect(server.doc.getText('file').length).toBe(300_000);
    expect(server.log.length).toBeGreaterThan(1);
  });

  it('keeps a change that was on its way when the connection broke', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    server.mood.silent = true;
    text.insert(0, 'unanswered');
    provider.flush();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(provider.saveState).toEqual({ kind: 'saving', pending: 1 });
    server.mood.silent = false;
    server.dropConnections();
    await until(isSaved(provider), 'the change is saved');
    expect(server.doc.getText('file').toString()).toBe('unanswered');
  });
});

describe('a refusal', () => {
  it('is shown with its reason, and the change stays counted', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    server.mood.refuse = { ok: false, code: 'read_only', message: 'The time is over.' };
    text.insert(0, 'late');
    expect(await provider.whenSettled()).toEqual({
      kind: 'refused',
      pending: 1,
      code: 'read_only',
      message: 'The time is over.',
    });
    expect(provider.readOnly).toBe(true);
    expect(server.log).toHaveLength(0);
  });

  it('of too much is asked again once what was too much is gone', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    server.mood.refuse = { ok: false, code: 'too_large', message: 'The paste is too large.' };
    text.insert(0, 'kept, and a paste');
    expect(await provider.whenSettled()).toMatchObject({ kind: 'refused', code: 'too_large' });
    server.mood.refuse = undefined;
    text.delete(4, 13);
    await until(isSaved(provider), 'what is left is saved');
    expect(server.doc.getText('file').toString()).toBe('kept');
  });

  it('of more than a file holds comes before any part of it is sent', async () => {
    const { provider, doc } = open();
    await until(isSaved(provider), 'the workspace is saved');
    const file = new Y.Text('');
    filesOf(doc).set('a.ts', file);
    await until(isSaved(provider), 'the file is saved');
    file.insert(0, 'x'.repeat(2 * 1024 * 1024));
    expect(await provider.whenSettled()).toMatchObject({
      kind: 'refused',
      code: 'too_large',
      message: `"a.ts" has 2097152 characters; a file holds at most ${maxFileLength}.`,
    });
    expect(filesOf(server.doc).get('a.ts')?.length).toBe(0);
    file.delete(10, file.length - 10);
    await until(isSaved(provider), 'what is left is saved');
    expect(filesOf(server.doc).get('a.ts')?.toString()).toBe('xxxxxxxxxx');
  });

  it('of a paste that was too large ends with its undo, which keeps what it takes back', async () => {
    const { provider, doc } = open();
    await until(isSaved(provider), 'the workspace is saved');
    const file = new Y.Text('before');
    filesOf(doc).set('a.ts', file);
    const undo = new Y.UndoManager(file);
    file.insert(0, 'x'.repeat(2 * 1024 * 1024));
    expect(await provider.whenSettled()).toMatchObject({ kind: 'refused', code: 'too_large' });
    undo.undo();
    await until(isSaved(provider), 'the text is saved');
    expect(filesOf(server.doc).get('a.ts')?.toString()).toBe('before');
    expect(server.log.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(1_000);
  });

  it('at the opening leaves the workspace closed', async () => {
    server.mood.refuse = { ok: false, code: 'forbidden', message: 'This workspace is not yours.' };
    const { provider } = open();
    await until(() => provider.saveState.kind === 'refused', 'the opening is refused');
    expect(provider.opened).toBe(false);
  });

  it('never counts a change as saved in a workspace opened read-only', async () => {
    server.mood.readOnly = true;
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is open');
    text.insert(0, 'not mine');
    expect(await provider.whenSettled()).toMatchObject({
      kind: 'refused',
      code: 'read_only',
      pending: 1,
    });
    expect(server.log).toHaveLength(0);
  });

  it('that passes is tried again by itself', async () => {
    const { provider, text } = open();
    await until(isSaved(provider), 'the workspace is saved');
    server.mood.refuse = { ok: false, code: 'unavailable', message: 'Try again.' };
    text.insert(0, 'patience');
    provider.flush();
    await until(() => provider.saveState.kind === 'opening', 'the refusal arrived');
    expect(provider.saveState.pending).toBe(1);
    server.mood.refuse = undefined;
    await until(isSaved(provider), 'the change is saved');
    expect(server.doc.getText('file').toString()).toBe('patience');
  });
});

it('finds a message lost inside a live connection after a quiet moment', async () => {
  const [first, second] = [open(), open()];
  await until(isSaved(first.provider), 'the first is saved');
  await until(isSaved(second.provider), 'the second is saved');
  server.mood.mute = true;
  first.text.insert(0, 'lost ');
  await until(isSaved(first.provider), 'the lost change is saved');
  server.mood.mute = false;
  first.text.insert(5, 'found');
  await until(() => second.text.toString() === 'lost found', 'the second has both changes');
});

it('stops listening when it is closed, and leaves the socket to its owner', async () => {
  const { provider, text, socket } = open();
  await until(isSaved(provider), 'the workspace is saved');
  provider.close();
  text.insert(0, 'after');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.log).toHaveLength(0);
  expect(socket.connected).toBe(true);
  expect(socket.listeners('workspace:update')).toHaveLength(0);
});
