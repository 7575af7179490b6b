import type { PoolClient } from 'pg';
import type { Message } from './message.ts';
import type { PointsEvent } from './pointsEvent.ts';

export type KeptEvent = { sequence: number; points: number; message: Message };

/** Keeps an event until its turn comes. The first message that brings it is the one that counts. */
export async function keep(client: PoolClient, event: PointsEvent, message: Message) {
  await client.query('INSERT INTO inbox VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
    event.memberId,
    event.sequence,
    event.points,
    message.id,
    message.text,
  ]);
}

/** The events of a member that follow each other without a gap from after `sequence` on; they leave the inbox. */
export async function takeNext(
  client: PoolClient,
  memberId: string,
  sequence: number,
): Promise<KeptEvent[]> {
  const { rows } = await client.query<KeptEvent>(
    `WITH numbered AS (
       SELECT sequence, row_number() OVER (ORDER BY sequence) AS place
       FROM inbox WHERE member_id = $1
     ), taken AS (
       DELETE FROM inbox USING numbered
       WHERE member_id = $1 AND inbox.sequence = numbered.sequence
         AND inbox.sequence = $2 + place
       RETURNING inbox.*
     )
     SELECT sequence, points, json_build_object('id', message_id, 'text', text) AS message
     FROM taken ORDER BY sequence`,
    [memberId, sequence],
  );
  return rows;
}
