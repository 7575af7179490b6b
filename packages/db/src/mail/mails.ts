import type { MailKind, MailState } from '@assay/contracts/http';
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { mailTable } from './mailTable.ts';

export type MailRecord = typeof mailTable.$inferSelect;
/** A mail to a candidate. */
export type InvitationMail = MailRecord & { attemptId: string; kind: MailKind };

const isInvitation = (mail: MailRecord): mail is InvitationMail =>
  mail.attemptId !== null && mail.kind !== 'webhook_paused';

/** Writes down that a mail is wanted; the id of a new one, `undefined` where it is written down already. */
export async function insertMail(
  tx: Database,
  mail: { attemptId: string; kind: MailKind; link: number; at: Date },
): Promise<string | undefined> {
  const { at, ...rest } = mail;
  const [row] = await tx
    .insert(mailTable)
    .values({ ...rest, id: crypto.randomUUID(), createdAt: at })
    .onConflictDoNothing()
    .returning({ id: mailTable.id });
  return row?.id;
}

/** Writes down that members are to be told of a webhook that was paused; answers the ids of the mails. */
export async function insertPausedMails(
  tx: Database,
  { webhookId, memberIds, at }: { webhookId: string; memberIds: readonly string[]; at: Date },
): Promise<string[]> {
  const mails = memberIds.map((memberId) => {
    const id = crypto.randomUUID();
    return { id, webhookId, memberId, kind: 'webhook_paused' as const, link: 0, createdAt: at };
  });
  if (mails.length > 0) await tx.insert(mailTable).values(mails);
  return mails.map(({ id }) => id);
}

/** Gives a mail that waits to one process, until then; `undefined` when another has it, or it does not wait. */
export async function claimMail(
  db: Database,
  id: string,
  { now, until }: { now: Date; until: Date },
): Promise<MailRecord | undefined> {
  const [row] = await db
    .update(mailTable)
    .set({ claimedUntil: until })
    .where(
      and(
        eq(mailTable.id, id),
        eq(mailTable.state, 'queued'),
        or(isNull(mailTable.claimedUntil), lte(mailTable.claimedUntil, now)),
      ),
    )
    .returning();
  return row;
}

export async function findMailState(db: Database, id: string): Promise<MailState | undefined> {
  const [row] = await db
    .select({ state: mailTable.state })
    .from(mailTable)
    .where(eq(mailTable.id, id));
  return row?.state;
}

/** Lets others have a mail that was claimed. */
export async function releaseMail(db: Database, id: string): Promise<void> {
  await db.update(mailTable).set({ claimedUntil: null }).where(eq(mailTable.id, id));
}

/** What became of a mail, for good. */
export async function endMail(
  db: Database,
  id: string,
  end: { state: Exclude<MailState, 'queued'>; at: Date; refusal?: number | undefined },
): Promise<void> {
  await db
    .update(mailTable)
    .set({
      state: end.state,
      endedAt: end.at,
      claimedUntil: null,
      ...(end.refusal !== undefined && { refusal: end.refusal }),
    })
    .where(eq(mailTable.id, id));
}

/** Mails that have waited since before `before`, oldest first. */
export async function listQueuedMails(
  db: Database,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: mailTable.id })
    .from(mailTable)
    .where(and(eq(mailTable.state, 'queued'), lt(mailTable.createdAt, before)))
    .orderBy(asc(mailTable.createdAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The newest mail of each attempt. */
export async function listLastMails(
  db: Database,
  attemptIds: string[],
): Promise<Map<string, InvitationMail>> {
  if (attemptIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([mailTable.attemptId])
    .from(mailTable)
    .where(inArray(mailTable.attemptId, attemptIds))
    .orderBy(mailTable.attemptId, desc(mailTable.createdAt), desc(mailTable.link));
  return new Map(rows.filter(isInvitation).map((row) => [row.attemptId, row]));
}

/** All mails of an attempt, oldest first. */
export async function listMails(db: Database, attemptId: string): Promise<InvitationMail[]> {
  const rows = await db
    .select()
    .from(mailTable)
    .where(eq(mailTable.attemptId, attemptId))
    .orderBy(asc(mailTable.createdAt));
  return rows.filter(isInvitation);
}

/** Links of candidates who have not started, whose end is as near as their reminder says. Some have theirs already. */
export function listDueReminders(
  db: Database,
  now: Date,
): Promise<{ attemptId: string; link: number }[]> {
  return db
    .select({ attemptId: invitationTable.attemptId, link: invitationTable.link })
    .from(attemptTable)
    .innerJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .leftJoin(
      mailTable,
      and(
        eq(mailTable.attemptId, attemptTable.id),
        eq(mailTable.kind, 'reminder'),
        eq(mailTable.link, invitationTable.link),
      ),
    )
    .where(
      and(
        eq(attemptTable.state, 'invited'),
        isNull(attemptTable.erasedAt),
        isNull(invitationTable.revokedAt),
        gt(invitationTable.expiresAt, now),
        lte(
          sql`${invitationTable.expiresAt} - ${invitationTable.remindDays} * interval '1 day'`,
          now.toISOString(),
        ),
        isNull(mailTable.id),
      ),
    );
}

/** Makes mails that wait carry another link of their invitation. */
export async function moveMails(
  tx: Database,
  { attemptId, from, to }: { attemptId: string; from: number; to: number },
): Promise<void> {
  await tx
    .update(mailTable)
    .set({ link: to })
    .where(and(eq(mailTable.attemptId, attemptId), eq(mailTable.link, from)));
}
