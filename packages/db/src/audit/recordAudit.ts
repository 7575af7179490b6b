import type { Database } from '#connection/database.ts';
import { tellWebhooks } from '#webhooks/tellWebhooks.ts';
import { actingToken } from './actingToken.ts';
import { auditEventTable } from './auditEventTable.ts';

export type Actor = 'system' | `candidate:${string}` | `participant:${string}` | `staff:${string}`;

export type AuditEvent = {
  at: Date;
  actor: Actor;
  /** A past tense, by domain: `submission.created`. */
  action: `${string}.${string}`;
  /** What it happened to: `attempt:<id>`. */
  subject: `${string}:${string}`;
  /** Facts that a later reader needs; never a secret, never a candidate's words. */
  detail?: Record<string, unknown>;
};

/** Call it with the transaction that makes the change, after it: webhooks are told what then holds. */
export async function recordAudit(tx: Database, event: AuditEvent): Promise<void> {
  const token = actingToken.getStore();
  const tokenId =
    token !== undefined && event.actor === `staff:${token.memberId}` ? token.id : null;
  await tx.insert(auditEventTable).values({ detail: {}, tokenId, ...event });
  await tellWebhooks(tx, event);
}
