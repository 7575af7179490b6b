import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPglite } from '#connection/openPglite.ts';
import { migrate } from '#connection/migrate.ts';
import { appendToLiveLogs } from '#live/appendToLiveLogs.ts';
import { sql } from 'drizzle-orm';
import {
  findDocumentSnapshot,
  packDocumentUpdates,
  putDocumentSnapshot,
} from './documentSnapshots.ts';
import { insertDocumentUpdates, listDocumentUpdates } from './documentUpdates.ts';

let database: Awaited<ReturnType<typeof openPglite>>;
beforeAll(async () => {
  database = await openPglite('memory://');
  await migrate(database.db);
  // Only the log is looked at here: whose it is does not matter.
  await database.db.execute(sql`set session_replication_role = replica`);
});
afterAll(() => database.close());

/** A log of `count` updates of two authors, as a workspace's key. */
async function logOf(count: number) {
  const workspace = { attemptId: crypto.randomUUID(), challenge: 'sample' };
  const updates = Array.from({ length: count }, (_, index) => ({
    at: new Date(Date.UTC(2026, 0, 2, 9) + index * 137),
    author: index % 100 === 0 ? 'server' : 'candidate',
    bytes: Uint8Array.from([index % 256, index >> 8, 255, 0]),
  }));
  await insertDocumentUpdates(database.db, workspace, updates);
  const rows = async () => {
    const found = await database.pglite.query<{ rows: number }>(
      'select count(*)::int as rows from document_updates where owner_id = $1',
      [workspace.attemptId],
    );
    return found.rows[0]?.rows;
  };
  return {
    workspace,
    rows,
    stored: updates.map((update, index) => ({ seq: index + 1, ...update })),
  };
}

describe('a packed log', () => {
  it('reads as before, from the start and from the middle of a pack, in far fewer rows', async () => {
    const { workspace, rows, stored } = await logOf(1_250);
    await packDocumentUpdates(database.db, workspace, 1_100);
    expect(await rows()).toBe(2 + 250);
    expect(await listDocumentUpdates(database.db, workspace, 0)).toEqual(stored);
    expect(await listDocumentUpdates(database.db, workspace, 730)).toEqual(stored.slice(730));
    expect(await listDocumentUpdates(database.db, workspace, 1_250)).toEqual([]);
    expect(await listDocumentUpdates(database.db, workspace, 730, 400)).toEqual(
      stored.slice(730, 1_130),
    );
    expect(await listDocumentUpdates(database.db, workspace, 490, 10)).toEqual(
      stored.slice(490, 500),
    );
  });

  it('goes on growing from its last update', async () => {
    const { workspace, rows, stored } = await logOf(500);
    await packDocumentUpdates(database.db, workspace, 500);
    expect(await rows()).toBe(1);
    const next = { at: new Date(), author: 'candidate', bytes: Uint8Array.from([1]) };
    expect(await insertDocumentUpdates(database.db, workspace, [next])).toBe(501);
    expect(await listDocumentUpdates(database.db, workspace, 0)).toEqual([
      ...stored,
      { seq: 501, ...next },
    ]);
  });

  it('is the same however many pack it at once, and again', async () => {
    const { workspace, rows, stored } = await logOf(1_000);
    await Promise.all([
      packDocumentUpdates(database.db, workspace, 1_000),
      packDocumentUpdates(database.db, workspace, 1_000),
    ]);
    await packDocumentUpdates(database.db, workspace, 1_000);
    expect(await rows()).toBe(2);
    expect(await listDocumentUpdates(database.db, workspace, 0)).toEqual(stored);
  });
});

it('keeps the newest snapshot, whichever comes last', async () => {
  const workspace = { attemptId: crypto.randomUUID(), challenge: 'sample' };
  const snapshot = (seq: number) => ({
    seq,
    logBytes: seq * 20,
    owners: { '7': 'candidate' },
    state: Uint8Array.from([seq % 256]),
  });
  expect(await findDocumentSnapshot(database.db, workspace)).toBeUndefined();
  for (const seq of [500, 1_500, 1_000])
    await putDocumentSnapshot(database.db, workspace, snapshot(seq));
  expect(await findDocumentSnapshot(database.db, workspace)).toEqual(snapshot(1_500));
});

describe('the logs of live documents', () => {
  const at = new Date('2026-01-02T03:04:05.678Z');
  const entry = (number: number) => ({ at, author: 'somebody', bytes: Uint8Array.from([number]) });
  async function session(state: string): Promise<string> {
    const id = crypto.randomUUID();
    await database.db.execute(
      sql`insert into live_sessions (id, title, minutes, state, plan, prepared, created_by, created_at)
        values (${id}, '', 60, ${state}, '{}', '[]', 'me', now())`,
    );
    return id;
  }

  it('grow together, each in its own order, and begin to exist by it', async () => {
    const [one, other] = [await session('open'), await session('open')];
    const append = (sessionId: string, numbers: number[]) => ({
      key: { sessionId, document: 'code' },
      updates: numbers.map(entry),
      endsWithSession: true,
    });
    const appended = [
      await appendToLiveLogs(database.db, [append(one, [1, 2]), append(other, [7])]),
      await appendToLiveLogs(database.db, [append(other, [8]), append(one, [3])]),
    ];
    expect(appended.flat()).toEqual([1, 1, 2, 3].map((firstSeq) => ({ ok: true, firstSeq })));
    expect(await listDocumentUpdates(database.db, { sessionId: one, document: 'code' }, 0)).toEqual(
      [1, 2, 3].map((seq) => ({ seq, ...entry(seq) })),
    );
  });

  it('take nothing of what an end forbids, and all of the rest', async () => {
    const [ended, open] = [await session('ended'), await session('open')];
    const append = (sessionId: string, document: string, endsWithSession: boolean) => ({
      key: { sessionId, document },
      updates: [entry(1)],
      endsWithSession,
    });
    const appended = await appendToLiveLogs(database.db, [
      append(ended, 'code', true),
      append(ended, 'notes:me', false),
      append(crypto.randomUUID(), 'code', true),
      append(open, 'code', true),
    ]);
    expect(appended).toEqual([
      { ok: false, because: 'ended' },
      { ok: true, firstSeq: 1 },
      { ok: false, because: 'gone' },
      { ok: true, firstSeq: 1 },
    ]);
    expect(
      await listDocumentUpdates(database.db, { sessionId: ended, document: 'code' }, 0),
    ).toEqual([]);
  });
});
