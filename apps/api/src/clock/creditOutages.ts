import { type AttemptRecord, type Database, listOutages } from '@assay/db';
import { giveTime, givenFor } from './giveTime.ts';

/**
 * Gives the outages since the start of an attempt, which the transaction holds for update, where that has not
 * happened yet. Answers the deadlines that moved.
 */
export async function creditOutages(
  tx: Database,
  { id: attemptId, state, startedAt }: AttemptRecord,
  at: Date,
): Promise<Date[]> {
  if (state !== 'running' || startedAt === null) return [];
  const moved: Date[] = [];
  for (const { id, fromAt, toAt } of await listOutages(tx, startedAt)) {
    const span = { fromMs: fromAt.getTime(), toMs: toAt.getTime() };
    const given = givenFor(span, `outage:${id}`, 'service_down');
    moved.push(...(await giveTime(tx, attemptId, given, { at })));
  }
  return moved;
}
