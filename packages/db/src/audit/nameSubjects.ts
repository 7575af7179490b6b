import { eq, inArray, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import type { Database } from '#connection/database.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';
import { apiTokenTable } from '#people/apiTokenTable.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { userTable } from '#people/userTable.ts';
import { roleTable } from '#roles/roleTable.ts';
import { submissionTable } from '#submissions/submissionTable.ts';
import { webhookTable } from '#webhooks/webhookTable.ts';

/** What an entry of the log is about, in words, and what has a page that shows it: `attempt:<id>`, `challenge:<slug>`. */
export type NamedSubject = { name: string; page?: string };

type Lookup = (db: Database, ids: string[]) => Promise<({ id: string } & NamedSubject)[]>;

const kinds: Record<string, Lookup> = {
  assessment: titled('assessment', assessmentTable.id, assessmentTable.title),
  attempt: (db, ids) =>
    db
      .select({ id: attemptTable.id, name: candidateTable.name, page: pageOf(attemptTable.id) })
      .from(attemptTable)
      .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
      .where(inArray(attemptTable.id, ids)),
  candidate: titled('candidate', candidateTable.id, candidateTable.name),
  challenge: async (db, ids) => {
    const { hash, slug } = challengeVersionTable;
    const versions = await db
      .select({ hash, slug })
      .from(challengeVersionTable)
      .where(or(inArray(hash, ids), inArray(slug, ids)));
    return versions.flatMap((version) =>
      [version.hash, version.slug].map((id) => ({
        id,
        name: version.slug,
        page: `challenge:${version.slug}`,
      })),
    );
  },
  invitation: (db, ids) =>
    db
      .select({ id: invitationTable.id, name: candidateTable.name, page: pageOf(attemptTable.id) })
      .from(invitationTable)
      .innerJoin(attemptTable, eq(attemptTable.id, invitationTable.attemptId))
      .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
      .where(inArray(invitationTable.id, ids)),
  live: titled('live', liveSessionTable.id, liveSessionTable.title),
  member: titled(undefined, userTable.id, userTable.name),
  role: titled('role', roleTable.id, roleTable.title),
  submission: (db, ids) =>
    db
      .select({ id: submissionTable.id, name: candidateTable.name, page: pageOf(attemptTable.id) })
      .from(submissionTable)
      .innerJoin(attemptTable, eq(attemptTable.id, submissionTable.attemptId))
      .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
      .where(inArray(submissionTable.id, ids)),
  token: titled(undefined, apiTokenTable.id, apiTokenTable.name),
  webhook: titled('webhook', webhookTable.id, webhookTable.url),
};

/** Names of what entries are about, by their subjects (`<kind>:<id>`), as far as they are still there. */
export async function nameSubjects(
  db: Database,
  subjects: string[],
): Promise<Map<string, NamedSubject>> {
  const named = new Map<string, NamedSubject>();
  for (const [kind, look] of Object.entries(kinds)) {
    const ids = subjects
      .filter((subject) => subject.startsWith(`${kind}:`))
      .map((subject) => subject.slice(kind.length + 1));
    if (ids.length === 0) continue;
    for (const { id, ...found } of await look(db, ids)) named.set(`${kind}:${id}`, found);
  }
  return named;
}

/** Looks up what has its own name in one column, and a page by its own id. */
function titled(page: string | undefined, id: PgColumn, name: PgColumn): Lookup {
  return async (db, ids) => {
    const rows = await db
      .select({ id: sql<string>`${id}`, name: sql<string>`${name}` })
      .from(id.table)
      .where(inArray(id, ids));
    return rows.map((row) => ({ ...row, ...(page && { page: `${page}:${row.id}` }) }));
  };
}

const pageOf = (attemptId: PgColumn) => sql<string>`'attempt:' || ${attemptId}`;
