import type { Files } from '@assay/contracts/workspace';
import { and, asc, eq, isNotNull, isNull, lt, ne, notInArray, or, sql } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { submissionTable } from '#submissions/submissionTable.ts';
import { comparedWorkTable, fingerprintTable } from './comparedWorkTable.ts';

export type ComparedWork = typeof comparedWorkTable.$inferSelect;

/** A work as it was read. Hashes are its own pieces, each once. */
export type ReadWork = { version: number; hashes: number[]; given: number; unread: number };

/** Rows in one statement: each has three values, and a statement takes 65,535. */
const rowsAtOnce = 10_000;

/**
 * Judged submissions against the hidden tests that were not read yet, or by another way than `version`, oldest
 * first. Those of erased attempts have nothing to read.
 */
export function listUnreadSubmissions(db: Database, version: number, limit: number) {
  return db
    .select({
      submissionId: submissionTable.id,
      attemptId: submissionTable.attemptId,
      challenge: submissionTable.challenge,
      challengeHash: submissionTable.challengeHash,
      files: submissionTable.files,
    })
    .from(submissionTable)
    .innerJoin(attemptTable, eq(attemptTable.id, submissionTable.attemptId))
    .leftJoin(comparedWorkTable, eq(comparedWorkTable.submissionId, submissionTable.id))
    .where(
      and(
        eq(submissionTable.suite, 'hidden'),
        eq(submissionTable.state, 'judged'),
        isNull(attemptTable.erasedAt),
        or(isNull(comparedWorkTable.id), ne(comparedWorkTable.version, version)),
      ),
    )
    .orderBy(asc(submissionTable.createdAt))
    .limit(limit);
}

/** Known solutions of a challenge that were not read yet, or by another way than `version`. */
export function listUnreadKnown(
  db: Database,
  challenge: string,
  version: number,
): Promise<ComparedWork[]> {
  return db
    .select()
    .from(comparedWorkTable)
    .where(
      and(
        eq(comparedWorkTable.challenge, challenge),
        isNotNull(comparedWorkTable.known),
        ne(comparedWorkTable.version, version),
      ),
    )
    .orderBy(asc(comparedWorkTable.id));
}

/** Keeps what a submission is compared by, in the place of what was there; answers the work's id. */
export async function putSubmittedWork(
  tx: Database,
  work: { submissionId: string; attemptId: string; challenge: string } & ReadWork,
): Promise<number> {
  const { submissionId, attemptId, challenge, ...read } = work;
  const [row] = await tx
    .insert(comparedWorkTable)
    .values({ submissionId, attemptId, challenge })
    .onConflictDoUpdate({ target: comparedWorkTable.submissionId, set: { challenge } })
    .returning({ id: comparedWorkTable.id });
  if (row === undefined) throw new Error(`The work of submission ${submissionId} was not kept.`);
  await putFingerprints(tx, { id: row.id, challenge }, read);
  return row.id;
}

/** Keeps the pieces of a work in the place of those that it had. It is to be compared anew. */
export async function putFingerprints(
  tx: Database,
  { id, challenge }: { id: number; challenge: string },
  { version, hashes, given, unread }: ReadWork,
): Promise<void> {
  await tx.delete(fingerprintTable).where(eq(fingerprintTable.workId, id));
  for (let from = 0; from < hashes.length; from += rowsAtOnce) {
    const rows = hashes.slice(from, from + rowsAtOnce);
    await tx.insert(fingerprintTable).values(rows.map((hash) => ({ challenge, hash, workId: id })));
  }
  await tx
    .update(comparedWorkTable)
    .set({ version, own: hashes.length, given, unread, comparedAt: null, comparedWith: null })
    .where(eq(comparedWorkTable.id, id));
}

/**
 * Keeps the known solutions of a challenge and forgets others that it had. What has changed is to be read anew.
 */
export async function keepKnownSolutions(
  tx: Database,
  challenge: string,
  solutions: Record<string, Files>,
): Promise<void> {
  const names = Object.keys(solutions);
  await tx
    .delete(comparedWorkTable)
    .where(
      and(
        eq(comparedWorkTable.challenge, challenge),
        isNotNull(comparedWorkTable.known),
        names.length === 0 ? undefined : notInArray(comparedWorkTable.known, names),
      ),
    );
  for (const [known, knownFiles] of Object.entries(solutions)) {
    await tx
      .insert(comparedWorkTable)
      .values({ challenge, known, knownFiles })
      .onConflictDoUpdate({
        target: [comparedWorkTable.challenge, comparedWorkTable.known],
        set: { knownFiles, version: 0 },
        // `json` has no equality; its text has.
        setWhere: sql`${comparedWorkTable.knownFiles}::text <> excluded.known_files::text`,
      });
  }
}

/**
 * Works that are read and not compared, or were when there were fewer than half of the attempts that there are now:
 * what everybody writes is known only from many.
 */
export async function listUncompared(
  db: Database,
  { version, minPieces, limit }: { version: number; minPieces: number; limit: number },
): Promise<{ id: number; challenge: string }[]> {
  const { attemptId, own } = comparedWorkTable;
  const counts = db
    .select({
      challenge: comparedWorkTable.challenge,
      attempts: sql<number>`count(distinct ${attemptId}) filter (where ${own} >= ${minPieces})`.as(
        'attempts',
      ),
    })
    .from(comparedWorkTable)
    .groupBy(comparedWorkTable.challenge)
    .as('counts');
  return db
    .select({ id: comparedWorkTable.id, challenge: comparedWorkTable.challenge })
    .from(comparedWorkTable)
    .innerJoin(counts, eq(counts.challenge, comparedWorkTable.challenge))
    .where(
      and(
        eq(comparedWorkTable.version, version),
        or(
          isNull(comparedWorkTable.comparedWith),
          lt(sql`2 * ${comparedWorkTable.comparedWith}`, sql`${counts.attempts} - 1`),
        ),
      ),
    )
    .orderBy(asc(comparedWorkTable.id))
    .limit(limit);
}

export async function findComparedWork(
  db: Database,
  id: number,
): Promise<ComparedWork | undefined> {
  const [row] = await db.select().from(comparedWorkTable).where(eq(comparedWorkTable.id, id));
  return row;
}

/** The works of an attempt, of one challenge or of all, oldest first. */
export function listComparedWorks(
  db: Database,
  attemptId: string,
  challenge?: string,
): Promise<ComparedWork[]> {
  return db
    .select()
    .from(comparedWorkTable)
    .where(
      and(
        eq(comparedWorkTable.attemptId, attemptId),
        challenge === undefined ? undefined : eq(comparedWorkTable.challenge, challenge),
      ),
    )
    .orderBy(asc(comparedWorkTable.id));
}
