import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { attemptChallengeTable, attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { submissionTable, verdictTable } from '#submissions/submissionTable.ts';

/** A version of a challenge. Versions are never mixed: a changed test is another test. */
export type Measured = { slug: string; hash: string };

/** Attempts that came to an end by hand or by the clock, erased ones too: they are numbers of nobody. */
const hasEnded = inArray(attemptTable.state, ['finished', 'graded']);

/** The challenges of attempts that have ended. */
export const isPinned = ({ slug, hash }: Measured) =>
  and(
    hasEnded,
    eq(attemptChallengeTable.slug, slug),
    eq(attemptChallengeTable.challengeHash, hash),
  );

/** The work that counts of each attempt that has ended: the last against the hidden tests that we could judge. */
export function countingWorks(db: Database, measured?: Measured) {
  return db
    .selectDistinctOn([submissionTable.attemptId, submissionTable.challenge], {
      attemptId: submissionTable.attemptId,
      challenge: submissionTable.challenge,
      status: verdictTable.status,
      passed: verdictTable.passed,
      total: verdictTable.total,
      outcomes: verdictTable.outcomes,
    })
    .from(submissionTable)
    .innerJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
    .innerJoin(attemptTable, eq(attemptTable.id, submissionTable.attemptId))
    .where(
      and(
        hasEnded,
        eq(submissionTable.suite, 'hidden'),
        ne(verdictTable.status, 'sandbox_error'),
        measured && eq(submissionTable.challenge, measured.slug),
        measured && eq(submissionTable.challengeHash, measured.hash),
      ),
    )
    .orderBy(
      submissionTable.attemptId,
      submissionTable.challenge,
      desc(submissionTable.createdAt),
      desc(submissionTable.id),
    );
}

/** The versions of a challenge that attempts have ended with, and how many have. */
export function listMeasuredVersions(
  db: Database,
  slug: string,
): Promise<{ hash: string; ended: number }[]> {
  return db
    .select({ hash: attemptChallengeTable.challengeHash, ended: count() })
    .from(attemptChallengeTable)
    .innerJoin(attemptTable, eq(attemptTable.id, attemptChallengeTable.attemptId))
    .where(and(hasEnded, eq(attemptChallengeTable.slug, slug)))
    .groupBy(attemptChallengeTable.challengeHash)
    .orderBy(desc(count()), sql`${attemptChallengeTable.challengeHash}`);
}
