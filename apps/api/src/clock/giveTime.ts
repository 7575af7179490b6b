import type { Span } from '@assay/contracts/clock';
import {
  type Actor,
  type Database,
  type NewTimeCredit,
  type TimeCredit,
  lockAttempt,
  putTimeCredit,
  recordAudit,
  settleTimeCredits,
} from '@assay/db';
import type { Services } from '#services.ts';
import { moveDeadlines } from './moveDeadlines.ts';

export type Given = Omit<NewTimeCredit, 'attemptId' | 'createdAt' | 'settledAt'>;

/** A stretch in which we could not serve somebody, as a credit. */
export function givenFor(span: Span, source: string, cause: TimeCredit['cause']): Given {
  return { source, cause, fromAt: new Date(span.fromMs), toAt: new Date(span.toMs) };
}

/**
 * Gives time to a running attempt, which the transaction holds for update; answers the deadlines that moved.
 * `open` credits may still grow, and are written to the audit log when they do no more.
 */
export async function giveTime(
  tx: Database,
  attemptId: string,
  given: Given,
  { at, actor = 'system', open = false }: { at: Date; actor?: Actor; open?: boolean },
): Promise<Date[]> {
  const settledAt = open ? null : at;
  const credit = await putTimeCredit(tx, { ...given, attemptId, createdAt: at, settledAt });
  if (credit === undefined) return [];
  const moved = await moveDeadlines(tx, attemptId);
  if (!open) await auditCredit(tx, credit, { at, actor });
  return moved;
}

/** Lets credits of an attempt grow no more, that of one source or all. */
export async function settleTime(
  tx: Database,
  attemptId: string,
  { at, source }: { at: Date; source?: string },
): Promise<void> {
  const which = { at, ...(source !== undefined && { source }) };
  for (const credit of await settleTimeCredits(tx, attemptId, which))
    await auditCredit(tx, credit, { at, actor: 'system' });
}

async function auditCredit(
  tx: Database,
  { attemptId, source, cause, fromAt, toAt, extraMs }: TimeCredit,
  { at, actor }: { at: Date; actor: Actor },
): Promise<void> {
  await recordAudit(tx, {
    at,
    actor,
    action: 'time.given',
    subject: `attempt:${attemptId}`,
    detail: {
      source,
      cause,
      ...(fromAt && toAt && { from: fromAt.toISOString(), to: toAt.toISOString() }),
      ...(extraMs !== null && { extraMs }),
    },
  });
}

/** Tells who waits for it that deadlines have moved, and has them watched. */
export function announceDeadlines(
  { queues, announce, background }: Pick<Services, 'queues' | 'announce' | 'background'>,
  attemptId: string,
  moved: readonly Date[],
): void {
  if (moved.length === 0) return;
  for (const deadline of moved)
    background.run('schedule deadline', () => queues.scheduleDeadline(attemptId, deadline));
  announce.attemptChanged(attemptId);
}

/** Gives time in a transaction of its own, if the attempt runs. */
export async function giveTimeNow(
  services: Services,
  attemptId: string,
  given: Given,
  options: { actor?: Actor; open?: boolean } = {},
): Promise<void> {
  const at = services.now();
  const moved = await services.db.transaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId, 'update');
    return attempt?.state === 'running' ? giveTime(tx, attemptId, given, { at, ...options }) : [];
  });
  announceDeadlines(services, attemptId, moved);
}
