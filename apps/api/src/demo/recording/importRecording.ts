import {
  type Database,
  findAttempt,
  insertRows,
  insertWholeLog,
  listMembers,
  lockTemplate,
  type Row,
} from '@assay/db';
import type { Services } from '#services.ts';
import { invitationToken } from '#invitations/invitationToken.ts';
import { hashToken } from '#sessions/secretToken.ts';
import type { Recording } from './recording.ts';
import { sharedTables } from './recordedTables.ts';

const isoMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/**
 * Adds what was recorded, as if it had been recorded a moment ago: in one transaction, and once. Says whether it did.
 * Verdicts and histories are those of the recording; nothing is judged.
 */
export async function importRecording(
  { db, now, secret }: Pick<Services, 'db' | 'now' | 'secret'>,
  recording: Recording,
): Promise<boolean> {
  const laterMs = now().getTime();
  const movedMs = laterMs - Date.parse(recording.recordedAt);
  return db.transaction(async (tx) => {
    if (await isThere(tx, recording)) return false;
    const { users, rename } = await meetMembers(tx, recording);
    for (const { name, moments, rows } of recording.tables) {
      const taken = name === 'users' ? users : rows.map(rename);
      await insertRows(
        tx,
        name,
        taken.map((row) => own(secret, name, later(row, { moments, laterMs, movedMs }))),
        { skip: sharedTables.has(name) },
      );
    }
    await insertDocuments(tx, recording, laterMs);
    await lockAssessments(tx, recording, now());
    return true;
  });
}

/** Attempts stay for ever, as rows: whoever erased their people does not get them again. */
async function isThere(tx: Database, { tables }: Recording): Promise<boolean> {
  const first = tables.find(({ name }) => name === 'attempts')?.rows[0]?.['id'];
  return typeof first === 'string' && (await findAttempt(tx, first)) !== undefined;
}

/** Members whose address the installation has already are those that it has. */
async function meetMembers(tx: Database, { tables }: Recording) {
  const there = new Map((await listMembers(tx)).map(({ id, email }) => [email, id]));
  const recorded = tables.find(({ name }) => name === 'users')?.rows ?? [];
  const renamed = recorded.flatMap(({ id, email }) => {
    const known = there.get(String(email));
    return known === undefined || known === id ? [] : [[String(id), known] as const];
  });
  const rename = (row: Row): Row => {
    let text = JSON.stringify(row);
    // Ids of members are random, and stand in rows alone or behind `staff:`.
    for (const [id, known] of renamed) text = text.replaceAll(id, known);
    return JSON.parse(text) as Row;
  };
  const users = recorded.filter(({ email }) => !there.has(String(email)));
  return { users, rename: renamed.length === 0 ? (row: Row) => row : rename };
}

function later(
  row: Row,
  { moments, laterMs, movedMs }: { moments: readonly string[]; laterMs: number; movedMs: number },
): Row {
  const moved = moments.flatMap((name) => {
    const at = row[name];
    return typeof at === 'number' ? [[name, new Date(laterMs + at).toISOString()]] : [];
  });
  const told = moveDetail(row['detail'], movedMs);
  return { ...row, ...(Object.fromEntries(moved) as Row), ...(told && { detail: told }) };
}

/** What the log of actions tells of moments, such as of a deadline, moves with the rest. */
function moveDetail(detail: unknown, movedMs: number): Row | undefined {
  if (typeof detail !== 'object' || detail === null) return undefined;
  const move = (value: unknown) =>
    typeof value === 'string' && isoMoment.test(value)
      ? new Date(Date.parse(value) + movedMs).toISOString()
      : value;
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, move(value)]));
}

/** Links of invitations are made from the secret of this installation, not from that of the recording. */
function own(secret: string, table: string, row: Row): Row {
  const { id, link } = row;
  if (table !== 'invitations' || typeof id !== 'string' || typeof link !== 'number') return row;
  return { ...row, token_hash: hashToken(invitationToken(secret, { id, link })) };
}

/** Assessments that were there already have invitations now. */
async function lockAssessments(tx: Database, { tables }: Recording, at: Date): Promise<void> {
  const attempts = tables.find(({ name }) => name === 'attempts')?.rows ?? [];
  for (const id of new Set(attempts.map((row) => String(row['assessment_id']))))
    await lockTemplate(tx, id, at);
}

async function insertDocuments(
  tx: Database,
  { documents, bytes }: Recording,
  laterMs: number,
): Promise<void> {
  let offset = 0;
  for (const { attemptId, sessionId, name, authors, updates } of documents) {
    let atMs = laterMs;
    const log = updates.map(([sinceMs, author, length]) => {
      atMs += sinceMs;
      offset += length;
      return {
        at: new Date(atMs),
        author: authors[author] ?? '',
        bytes: bytes.subarray(offset - length, offset),
      };
    });
    const key =
      attemptId === null
        ? { sessionId: sessionId ?? '', document: name }
        : { attemptId, challenge: name };
    await insertWholeLog(tx, key, log);
  }
}
