import { sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';

/**
 * What a session amounts to at this moment: `version` is another after each change of the session or its people,
 * `logs` has the last seq of each document by its name.
 */
export type LivePulse = { id: string; version: string; logs: Record<string, number> };

/** The pulses of those sessions that are there, in one cheap query, for nodes that may have missed a message. */
export async function readLivePulses(db: Database, ids: string[]): Promise<LivePulse[]> {
  const answer: unknown = await db.execute(sql`
    select id,
      concat_ws(' ', sessions.xmin::text, (
        select string_agg(people.xmin::text, ' ' order by people.id)
        from live_participants people where people.session_id = sessions.id
      )) as version,
      (
        select coalesce(json_object_agg(name, (
          select coalesce(max(seq), 0) from document_updates updates
          where updates.owner_id = documents.owner_id and updates.name = documents.name
        )), '{}')
        from documents where documents.session_id = sessions.id
      ) as logs
    from live_sessions sessions
    where id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`);
  return (answer as { rows: LivePulse[] }).rows;
}
