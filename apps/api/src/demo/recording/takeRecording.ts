import { Provenance } from '@assay/contracts/verdict';
import { type Database, listDocumentUpdates, listMoments, readRows, type Row } from '@assay/db';
import { z } from 'zod';
import type { Recording } from './recording.ts';
import { recordedTables } from './recordedTables.ts';

/** Reads all that there is of the recorded tables, with moments as seen from `recordedAt`. */
export async function takeRecording(db: Database, recordedAt: Date): Promise<Recording> {
  const tables: Recording['tables'] = [];
  for (const name of recordedTables) {
    const moments = await listMoments(db, name);
    const rows = (await readRows(db, name)).map((row) => relative(row, moments, recordedAt));
    tables.push({ name, moments, rows: await leaveOut(db, name, rows) });
  }
  const documents: Recording['documents'] = [];
  const chunks: Uint8Array[] = [];
  for (const row of await readRows(db, 'documents')) {
    const { document, bytes } = await readDocument(db, row, recordedAt);
    documents.push(document);
    chunks.push(...bytes);
  }
  return {
    format: 1,
    recordedAt: recordedAt.toISOString(),
    judge: judgeOf(tables),
    tables,
    documents,
    bytes: Buffer.concat(chunks),
  };
}

function relative(row: Row, moments: readonly string[], recordedAt: Date): Row {
  const moved = moments.flatMap((name) => {
    const at = row[name];
    return typeof at === 'string' ? [[name, Date.parse(at) - recordedAt.getTime()]] : [];
  });
  return { ...row, ...(Object.fromEntries(moved) as Row) };
}

async function leaveOut(db: Database, table: string, rows: Row[]): Promise<Row[]> {
  if (table === 'audit_events')
    // Attempts were played one after the other, and happened side by side.
    return rows.toSorted((one, other) => Number(one['at']) - Number(other['at']));
  if (table !== 'challenge_versions') return rows;
  const asked = new Set(
    [
      ...(await readRows(db, 'attempt_challenges')),
      ...(await readRows(db, 'assessment_challenges')),
    ].map((row) => row['challenge_hash']),
  );
  // What authors keep beside it is in the folder, or was.
  return rows.filter(({ hash }) => asked.has(hash)).map((row) => ({ ...row, source: null }));
}

async function readDocument(db: Database, row: Row, recordedAt: Date) {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  const [name, attemptId, sessionId] = [text('name') ?? '', text('attempt_id'), text('session_id')];
  const key =
    attemptId === null
      ? { sessionId: sessionId ?? '', document: name }
      : { attemptId, challenge: name };
  const log = await listDocumentUpdates(db, key, 0);
  const authors = [...new Set(log.map(({ author }) => author))];
  let before = recordedAt.getTime();
  const updates = log.map(({ at, author, bytes }): [number, number, number] => {
    const sinceMs = at.getTime() - before;
    before = at.getTime();
    return [sinceMs, authors.indexOf(author), bytes.byteLength];
  });
  return {
    document: { attemptId, sessionId, name, authors, updates },
    bytes: log.map(({ bytes }) => bytes),
  };
}

const Judged = z.object({ verdict: z.object({ provenance: Provenance }) });

/** All verdicts of a recording are of one judge. */
function judgeOf(tables: Recording['tables']): Recording['judge'] {
  const first = tables.find(({ name }) => name === 'verdicts')?.rows[0];
  const { runtimeHash, engine } = Judged.parse(first).verdict.provenance;
  return { runtimeHash, node: engine.node, v8: engine.v8 };
}
