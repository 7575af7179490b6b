import type { PgPool, PgPoolClient } from 'bullmq';
import { z } from 'zod';
import { forgetTurnsMs, lastTurn, type Turns } from '#turns.ts';
import { queueSchema } from './queueSchema.ts';

/**
 * The same rule as in Redis; the row without an owner holds the round, and when somebody waited last. What is lost
 * with an unlogged table after a crash is who had a turn already.
 */
const takeTurn = `
CREATE UNLOGGED TABLE IF NOT EXISTS assay_turn (
  queue text NOT NULL,
  owner text NOT NULL,
  turn integer NOT NULL,
  since timestamptz,
  PRIMARY KEY (queue, owner)
);

CREATE OR REPLACE FUNCTION assay_take_turn(
  p_queue text, p_id text, p_group text, p_person text, p_last integer, p_forget_ms integer
) RETURNS integer LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  v_round integer;
  v_known integer;
  v_since timestamptz;
  v_own integer;
  v_lane text;
  v_turn integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay_turn'), hashtext(p_queue));
  IF EXISTS (SELECT FROM job WHERE queue = p_queue AND id = p_id) THEN
    RETURN 0;
  END IF;
  SELECT turn, since INTO v_known, v_since FROM assay_turn WHERE queue = p_queue AND owner = '';
  SELECT priority INTO v_round FROM job
    WHERE queue = p_queue AND state = 'waiting' AND priority BETWEEN 1 AND p_last
    ORDER BY priority, seq LIMIT 1;
  IF v_round IS NOT NULL THEN
    v_since := clock_timestamp();
  ELSIF v_since IS NULL OR clock_timestamp() - v_since > p_forget_ms * interval '1 ms' THEN
    DELETE FROM assay_turn WHERE queue = p_queue;
    v_since := clock_timestamp();
    v_known := NULL;
  END IF;
  v_round := greatest(coalesce(v_round, 1), v_known);
  SELECT turn INTO v_own FROM assay_turn WHERE queue = p_queue AND owner = 'person:' || p_person;
  v_lane := CASE WHEN v_own >= v_round THEN 'more:' ELSE 'first:' END || p_group;
  SELECT least(greatest(v_round, v_own + 1, max(turn) + 1), p_last) INTO v_turn
    FROM assay_turn WHERE queue = p_queue AND owner = v_lane;
  INSERT INTO assay_turn (queue, owner, turn, since) VALUES
    (p_queue, '', v_round, v_since),
    (p_queue, v_lane, v_turn, NULL),
    (p_queue, 'person:' || p_person, v_turn, NULL)
    ON CONFLICT (queue, owner) DO UPDATE SET turn = EXCLUDED.turn, since = EXCLUDED.since;
  RETURN v_turn;
END;
$$`;

const countAhead = `
SELECT count(other.id)::int AS ahead
  FROM ${queueSchema}.job own
  LEFT JOIN ${queueSchema}.job other
    ON other.queue = own.queue AND other.state = 'waiting' AND (other.priority, other.seq) < (own.priority, own.seq)
  WHERE own.queue = $1 AND own.id = $2 AND own.state = 'waiting'
  GROUP BY own.id`;

/** Makes what turns are taken by, in the schema of the queue. Processes that start together take turns at that, too. */
export async function prepareTurns(client: PgPoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('assay_turn'))`);
    await client.query(`SET LOCAL search_path TO ${queueSchema}`);
    await client.query(takeTurn);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Turns of a queue, in PostgreSQL beside BullMQ's own tables. */
export function postgresTurns(pool: PgPool, queue: string): Turns {
  return {
    take: async (jobId, { group, person }) => {
      const { rows } = await pool.query(
        `SELECT ${queueSchema}.assay_take_turn($1, $2, $3, $4, $5, $6) AS turn`,
        [queue, jobId, group, person, lastTurn, forgetTurnsMs],
      );
      return z.tuple([z.object({ turn: z.int() })]).parse(rows)[0].turn || undefined;
    },
    countAhead: async (jobId) => {
      const { rows } = await pool.query(countAhead, [queue, jobId]);
      return z.array(z.object({ ahead: z.int() })).parse(rows)[0]?.ahead;
    },
  };
}
