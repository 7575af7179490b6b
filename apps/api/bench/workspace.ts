/**
 * What an hour of typing takes in the log, and how long it takes to open such a workspace: `npm run -s bench -- workspace`.
 * On an embedded database on disk, as `npm start` has it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  insertDocumentUpdates,
  listDocumentUpdates,
  migrate,
  openPglite,
  packDocumentUpdates,
  putDocumentSnapshot,
} from '@assay/db';
import { readLog, type Snapshot, WorkspaceRooms } from '@assay/workspace';
import { hourOfTyping } from '@assay/workspace/testing';
import { pino } from 'pino';
import { Background } from '#background.ts';
import { workspaceKey, workspaceLog } from '#workspaces/workspaceLog.ts';

const rounds = 7;
const rowsInInsert = 500;

const now = () => new Date();
const background = new Background(pino({ level: 'silent' }));
const folder = await mkdtemp(join(tmpdir(), 'assay-bench-workspace-'));
const { db, pglite, close } = await openPglite(join(folder, 'data'));
try {
  await migrate(db);
  // Only the log is measured: whose it is does not matter.
  await pglite.exec('set session_replication_role = replica');
  const workspace = { attemptId: crypto.randomUUID(), challenge: 'hour' };
  const { entries, keystrokes } = hourOfTyping();
  for (let from = 0; from < entries.length; from += rowsInInsert) {
    await insertDocumentUpdates(db, workspace, entries.slice(from, from + rowsInInsert));
  }
  console.log(`One hour: ${keystrokes} keystrokes in ${entries.length} changes.\n`);
  console.log(
    '                        rows   in the database   opened in (median)   all of it read in',
  );
  await report('as it was written');

  let snapshot: Snapshot | undefined;
  const rooms = new WorkspaceRooms(
    (key) => ({
      ...workspaceLog({ db, background, now }, key),
      append: async () => ({ ok: true, firstSeq: entries.length + 1 }),
      keep: (kept) => {
        snapshot = kept;
      },
    }),
    { now },
  );
  await rooms.room(workspaceKey(workspace)).replace({ 'src/index.ts': '' }, 'server');
  rooms.close();
  await packDocumentUpdates(db, workspace, entries.length);
  await report('packed');
  if (snapshot)
    await putDocumentSnapshot(db, workspace, { ...snapshot, seq: entries.length - 250 });
  await report('with a snapshot');

  async function report(what: string): Promise<void> {
    const size = await pglite.query<{ rows: number; bytes: number }>(
      'select count(*)::int as rows, sum(pg_column_size(u.*))::int as bytes from document_updates u',
    );
    const { rows = 0, bytes = 0 } = size.rows[0] ?? {};
    const opened = await median(async () => {
      const fresh = new WorkspaceRooms((key) => workspaceLog({ db, background, now }, key));
      await fresh.room(workspaceKey(workspace)).files();
      fresh.close();
    });
    const replayed = await median(async () => {
      const updates = await listDocumentUpdates(db, workspace, 0);
      readLog(updates.map((update) => update.bytes));
    });
    console.log(
      what.padEnd(18),
      String(rows).padStart(9),
      `${Math.round(bytes / 1024)} KB`.padStart(17),
      `${opened.toFixed(0)} ms`.padStart(20),
      `${replayed.toFixed(0)} ms`.padStart(19),
    );
  }
} finally {
  await close();
  await rm(folder, { recursive: true, force: true });
}

async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}
