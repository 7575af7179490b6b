import type { VerifyReport } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { and, asc, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { verificationTable } from './verificationTable.ts';

export type VerificationRecord = typeof verificationTable.$inferSelect;

/** Asks for one, in place of one that this member has waiting for the same challenge. */
export async function replaceVerification(
  tx: Database,
  request: { slug: string; hash: string; files: Files; requestedBy: string; at: Date },
): Promise<{ verification: VerificationRecord; replaced: string[] }> {
  const { at, ...values } = request;
  const replaced = await tx
    .update(verificationTable)
    .set({ state: 'cancelled', files: null, finishedAt: at })
    .where(
      and(
        eq(verificationTable.slug, request.slug),
        eq(verificationTable.requestedBy, request.requestedBy),
        eq(verificationTable.state, 'queued'),
      ),
    )
    .returning({ id: verificationTable.id });
  const [verification] = await tx
    .insert(verificationTable)
    .values({ ...values, requestedAt: at })
    .returning();
  if (verification === undefined) throw new Error('A verification was not inserted.');
  return { verification, replaced: replaced.map(({ id }) => id) };
}

export async function findVerification(
  db: Database,
  id: string,
): Promise<VerificationRecord | undefined> {
  const [row] = await db.select().from(verificationTable).where(eq(verificationTable.id, id));
  return row;
}

/** Ends one that waits; `undefined` when it was over already. */
export async function endVerification(
  tx: Database,
  id: string,
  end:
    | { state: 'finished'; report: VerifyReport; ok: boolean | null; at: Date }
    | { state: 'cancelled'; at: Date },
): Promise<VerificationRecord | undefined> {
  const { at, ...set } = end;
  const [row] = await tx
    .update(verificationTable)
    .set({ ...set, files: null, finishedAt: at })
    .where(and(eq(verificationTable.id, id), eq(verificationTable.state, 'queued')))
    .returning();
  return row;
}

/** The last one that a member has asked for, of a challenge. */
export async function findLastVerification(
  db: Database,
  slug: string,
  requestedBy: string,
): Promise<VerificationRecord | undefined> {
  const [row] = await db
    .select()
    .from(verificationTable)
    .where(and(eq(verificationTable.slug, slug), eq(verificationTable.requestedBy, requestedBy)))
    .orderBy(desc(verificationTable.requestedAt))
    .limit(1);
  return row;
}

/** Whether each version passes, as the gate said last, and its mutation score, percent, if it came to that. */
export const proofs = (db: Database) =>
  db
    .selectDistinctOn([verificationTable.hash], {
      hash: verificationTable.hash,
      ok: verificationTable.ok,
      mutationScore: sql<string | null>`${verificationTable.report} #>> '{mutation,score}'`.as(
        'mutation_score',
      ),
    })
    .from(verificationTable)
    .where(isNotNull(verificationTable.ok))
    .orderBy(verificationTable.hash, desc(verificationTable.finishedAt))
    .as('proofs');

/** Whether a version passed when the gate saw it last. */
export async function isProven(db: Database, hash: string): Promise<boolean> {
  const [row] = await db
    .select({ ok: verificationTable.ok })
    .from(verificationTable)
    .where(and(eq(verificationTable.hash, hash), isNotNull(verificationTable.ok)))
    .orderBy(desc(verificationTable.finishedAt))
    .limit(1);
  return row?.ok === true;
}

/** What was asked for before `before` and is not over, oldest first. */
export function listQueuedVerifications(
  db: Database,
  before: Date,
  limit: number,
): Promise<VerificationRecord[]> {
  return db
    .select()
    .from(verificationTable)
    .where(and(eq(verificationTable.state, 'queued'), lt(verificationTable.requestedAt, before)))
    .orderBy(asc(verificationTable.requestedAt))
    .limit(limit);
}
