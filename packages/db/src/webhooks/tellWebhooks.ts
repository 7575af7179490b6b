import type { WebhookData, WebhookEvent } from '@assay/contracts/http';
import { eq, isNull } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { AuditEvent } from '#audit/recordAudit.ts';
import type { Database } from '#connection/database.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';
import { stageAt } from '#pipeline/stages.ts';
import { insertDelivery } from './deliveries.ts';
import { webhookTable } from './webhookTable.ts';

/** How often a message is sent before it is given up. With the pauses between, about a day. */
export const maxTries = 10;

/** What is told of all that is written down. */
const told: Record<string, WebhookEvent> = {
  'invitation.created': 'candidate.invited',
  'attempt.started': 'candidate.started',
  'attempt.finished': 'candidate.submitted',
  'attempt.withdrawn': 'candidate.withdrew',
  'review.submitted': 'candidate.reviewed',
  'decision.made': 'candidate.decided',
  'attempt.erased': 'candidate.erased',
  'feedback.released': 'feedback.released',
  'live.started': 'session.started',
  'live.ended': 'session.ended',
};

/** Writes a message down for each webhook that is to hear of this, in the transaction that does it. */
export async function tellWebhooks(tx: Database, event: AuditEvent): Promise<void> {
  const kind = told[event.action];
  if (kind === undefined) return;
  const webhooks = await tx
    .select({ id: webhookTable.id, events: webhookTable.events })
    .from(webhookTable)
    .where(isNull(webhookTable.pausedAt));
  const listening = webhooks.filter(({ events }) => events.includes(kind));
  if (listening.length === 0) return;
  const data = await describe(tx, event);
  for (const { id } of listening)
    await insertDelivery(tx, { webhookId: id, kind, data, at: event.at, triesLeft: maxTries });
}

/** Ids alone, and where the candidate stands: the least that a receiver can go on from. */
async function describe(tx: Database, { subject, detail, at }: AuditEvent): Promise<WebhookData> {
  const [what, id = ''] = subject.split(':');
  if (what === 'live') {
    const [session] = await tx
      .select({ attemptId: liveSessionTable.attemptId })
      .from(liveSessionTable)
      .where(eq(liveSessionTable.id, id));
    const attemptId = session?.attemptId ?? undefined;
    return { sessionId: id, ...(attemptId !== undefined && { attemptId }) };
  }
  const attemptId = what === 'attempt' ? id : String(detail?.['attemptId']);
  const [found] = await tx
    .select({
      assessmentId: attemptTable.assessmentId,
      invitationId: invitationTable.id,
      stage: stageAt(at),
    })
    .from(attemptTable)
    .leftJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .where(eq(attemptTable.id, attemptId));
  const { invitationId, ...rest } = found ?? { invitationId: null };
  return { attemptId, ...rest, ...(invitationId !== null && { invitationId }) };
}
