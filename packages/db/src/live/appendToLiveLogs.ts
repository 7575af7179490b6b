import type { LiveState } from '@assay/contracts/live';
import { sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import type { SessionDocumentKey } from '#documents/documentKey.ts';
import type { NewDocumentUpdate } from '#documents/documentUpdates.ts';

export type LiveAppend = {
  key: SessionDocumentKey;
  updates: NewDocumentUpdate[];
  /** Whether the document takes nothing any more once its session has ended. */
  endsWithSession: boolean;
};

/** What became of an append: the seq of its first update, or what forbade it. */
export type LiveAppended =
  | { ok: true; firstSeq: number }
  | { ok: false; because: 'gone' | 'ended' };

/** What the statement answers, with both drivers. */
type Answer = { rows: { state: LiveState | null; first: number | null }[] };

/**
 * Appends to the logs of sessions' documents, each named once, in one statement: all that the database has to do for
 * a key. While it writes no session can end, so that nothing follows an end. Answers in order.
 * Rejects with a unique violation when another node appended to one of them in the same moment: try again.
 */
export async function appendToLiveLogs(
  db: Database,
  appends: LiveAppend[],
): Promise<LiveAppended[]> {
  const asked = appends.map(({ key, endsWithSession }, log) => ({
    log,
    session: key.sessionId,
    name: key.document,
    ends: endsWithSession,
  }));
  const updates = appends.flatMap((append, log) =>
    append.updates.map(({ at, author, bytes }, place) => ({
      log,
      place,
      at: at.toISOString(),
      author,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    })),
  );
  const answer: unknown = await db.execute(sql`
    with asked as (
      select * from json_to_recordset(${JSON.stringify(asked)}::json)
        as asked(log int, session uuid, name text, ends boolean)
    ), sessions as (
      select id, state from live_sessions where id in (select session from asked) order by id for share
    ), logs as (
      select log, session, name, coalesce((
        select seq from document_updates where owner_id = session and document_updates.name = asked.name
        order by seq desc limit 1
      ), 0) as last
      from asked join sessions on id = session where state <> 'ended' or not ends
    ), begun as (
      insert into documents (owner_id, name, session_id)
      select session, name, session from logs where last = 0
      on conflict do nothing
    ), written as (
      insert into document_updates (owner_id, name, seq, at, author, bytes)
      select session, name, last + 1 + place, at, author, decode(bytes, 'base64')
      from json_to_recordset(${JSON.stringify(updates)}::json)
        as updates(log int, place int, at timestamptz, author text, bytes text)
      join logs using (log)
    )
    select state, last + 1 as first
    from asked left join sessions on id = session left join logs using (log)
    order by log`);
  return (answer as Answer).rows.map(({ state, first }) => {
    if (first !== null) return { ok: true, firstSeq: first };
    return { ok: false, because: state === null ? 'gone' : 'ended' };
  });
}
