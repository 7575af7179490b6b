import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { createWorkspace, filesOf, readFiles } from '#document/workspaceDocument.ts';
import type { LoggedUpdate, Snapshot, WorkspaceLog } from './workspaceLog.ts';
import { WorkspaceRoom } from './workspaceRoom.ts';
import { WorkspaceRooms } from './workspaceRooms.ts';

/** A log in memory, as durable as these tests need. */
function memoryLog(files: Record<string, string>) {
  const entries: LoggedUpdate[] = [
    {
      seq: 1,
      at: new Date(),
      author: 'server',
      bytes: Y.encodeStateAsUpdate(createWorkspace(files)),
    },
  ];
  const writes: number[] = [];
  let kept: Snapshot | undefined;
  const log: WorkspaceLog = {
    snapshot: async () => kept,
    keep: (snapshot) => {
      kept = snapshot;
    },
    fetch: async (afterSeq) => entries.filter((entry) => entry.seq > afterSeq),
    append: async (added) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      writes.push(added.length);
      const firstSeq = entries.length + 1;
      added.forEach((entry, index) => entries.push({ ...entry, seq: firstSeq + index }));
      return { ok: true, firstSeq };
    },
  };
  return { entries, writes, log };
}

async function join(room: WorkspaceRoom): Promise<Y.Doc> {
  const client = new Y.Doc();
  const opened = await room.open(Y.encodeStateVector(client));
  if (opened.ok) Y.applyUpdate(client, opened.update);
  return client;
}

const typeInto = (client: Y.Doc, text: string) => filesOf(client).get('a.ts')?.insert(0, text);

describe('a workspace room', () => {
  it('answers a change once it is in the log, with its author and time', async () => {
    const { entries, log } = memoryLog({ 'a.ts': '' });
    const at = new Date('2026-01-02T03:04:05Z');
    const room = new WorkspaceRoom(log, () => at);
    const client = await join(room);
    typeInto(client, 'hello');
    expect(await room.update(Y.encodeStateAsUpdate(client), 'candidate')).toMatchObject({
      ok: true,
      entry: { seq: 2, author: 'candidate', at },
    });
    expect(entries[1]).toMatchObject({ seq: 2, author: 'candidate', at });
    expect(await room.files()).toEqual({ 'a.ts': 'hello' });
  });

  it('writes what arrives during a write together, in order', async () => {
    const { entries, writes, log } = memoryLog({ 'a.ts': '' });
    const room = new WorkspaceRoom(log, () => new Date());
    const client = await join(room);
    const results: Promise<unknown>[] = [];
    client.on('update', (update: Uint8Array) => results.push(room.update(update, 'candidate')));
    for (const letter of 'abcdef') typeInto(client, letter);
    await Promise.all(results);
    expect(writes).toEqual([6]);
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await room.files()).toEqual({ 'a.ts': 'fedcba' });
  });

  it('forgets a change that the log refused', async () => {
    const { log } = memoryLog({ 'a.ts': 'safe' });
    const refusal = { ok: false, code: 'read_only', message: 'The time is over.' } as const;
    const room = new WorkspaceRoom({ ...log, append: async () => refusal }, () => new Date());
    const client = await join(room);
    typeInto(client, 'late ');
    expect(await room.update(Y.encodeStateAsUpdate(client), 'candidate')).toEqual(refusal);
    expect(await room.files()).toEqual({ 'a.ts': 'safe' });
  });

  it('forgets a change that the log could not write, and takes it when it is sent again', async () => {
    const { log } = memoryLog({ 'a.ts': '' });
    let broken = true;
    const room = new WorkspaceRoom(
      {
        ...log,
        append: (entries) =>
          broken ? Promise.reject(new Error('disk full')) : log.append(entries),
      },
      () => new Date(),
    );
    const client = await join(room);
    typeInto(client, 'x');
    const update = Y.encodeStateAsUpdate(client);
    await expect(room.update(update, 'candidate')).rejects.toThrow('disk full');
    expect(await room.files()).toEqual({ 'a.ts': '' });
    broken = false;
    expect(await room.update(update, 'candidate')).toMatchObject({ ok: true, entry: { seq: 2 } });
    expect(await room.files()).toEqual({ 'a.ts': 'x' });
  });

  it('agrees with a second node on the same log', async () => {
    const { log } = memoryLog({ 'a.ts': '' });
    const [one, two] = [
      new WorkspaceRoom(log, () => new Date()),
      new WorkspaceRoom(log, () => new Date()),
    ];
    const client = await join(one);
    const updates: Uint8Array[] = [];
    client.on('update', (update: Uint8Array) => updates.push(update));
    typeInto(client, 'b');
    typeInto(client, 'a');
    await two.files();
    expect(await one.update(updates[0] ?? new Uint8Array(), 'candidate')).toMatchObject({
      ok: true,
    });
    // Builds on what only the other node has seen.
    expect(await two.update(updates[1] ?? new Uint8Array(), 'candidate')).toMatchObject({
      ok: true,
    });
    typeInto(client, '!');
    expect(await one.update(updates[2] ?? new Uint8Array(), 'candidate')).toMatchObject({
      ok: true,
    });
    expect(await one.files()).toEqual({ 'a.ts': '!ab' });
    expect(await two.files()).toEqual({ 'a.ts': '!ab' });
  });

  it('takes what another node says, and reads in the log what it was not told', async () => {
    const { entries, log } = memoryLog({ 'a.ts': '' });
    let reads = 0;
    const fetch = (afterSeq: number) => {
      reads += 1;
      return log.fetch(afterSeq);
    };
    const missed: number[] = [];
    const one = new WorkspaceRoom(log, () => new Date());
    const two = new WorkspaceRoom({ ...log, fetch }, () => new Date(), {
      missed: ({ seq }) => missed.push(seq),
    });
    const client = await join(two);
    for (const letter of 'dcba') {
      const before = Y.encodeStateVector(client);
      typeInto(client, letter);
      await one.update(Y.encodeStateAsUpdate(client, before), 'candidate');
    }
    const [, second, , fourth, fifth] = entries;
    expect([second?.seq, fourth?.seq, fifth?.seq]).toEqual([2, 4, 5]);
    reads = 0;
    if (second) for (let twice = 0; twice < 2; twice += 1) await two.hear(second);
    expect([reads, missed]).toEqual([0, []]);
    if (fourth) await two.hear(fourth);
    expect([reads, missed]).toEqual([1, [3, 4, 5]]);
    await two.reach(5);
    expect(reads).toBe(1);
    expect(await two.files()).toEqual({ 'a.ts': 'abcd' });
  });

  it('replaces the files and answers the change for those who have it open', async () => {
    const { log } = memoryLog({ 'a.ts': 'old' });
    const room = new WorkspaceRoom(log, () => new Date());
    const client = await join(room);
    const replaced = await room.replace({ 'b.ts': 'new' }, 'candidate');
    if (replaced.ok && replaced.entry) Y.applyUpdate(client, replaced.entry.bytes);
    expect(readFiles(client)).toEqual({ 'b.ts': 'new' });
    expect(await room.replace({ '../b.ts': 'new' }, 'candidate')).toMatchObject({
      ok: false,
      problem: { code: 'file_name' },
    });
    expect(await room.files()).toEqual({ 'b.ts': 'new' });
  });

  it('answers a state vector that is none', async () => {
    const room = new WorkspaceRoom(memoryLog({}).log, () => new Date());
    expect(await room.open(new Uint8Array([255, 255]))).toMatchObject({
      ok: false,
      code: 'malformed',
    });
  });
});

describe('workspace rooms', () => {
  it('leave memory when unused, and come back with all they had', async () => {
    const { log } = memoryLog({ 'a.ts': '' });
    const rooms = new WorkspaceRooms(() => log, { limits: { idleMs: 20, rooms: 10 } });
    const client = await join(rooms.room('one'));
    typeInto(client, 'kept');
    await rooms.room('one').update(Y.encodeStateAsUpdate(client), 'candidate');
    expect(rooms.size).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(rooms.size).toBe(0);
    expect(await rooms.room('one').files()).toEqual({ 'a.ts': 'kept' });
    rooms.close();
  });

  it('are never more than the limit', async () => {
    const rooms = new WorkspaceRooms(() => memoryLog({}).log, {
      limits: { idleMs: 60_000, rooms: 3 },
    });
    for (let n = 0; n < 10; n += 1) await rooms.room(`${n}`).files();
    expect(rooms.size).toBe(3);
    rooms.close();
  });
});
