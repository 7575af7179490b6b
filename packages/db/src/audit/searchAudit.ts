import { and, desc, eq, gte, ilike, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { apiTokenTable } from '#people/apiTokenTable.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { userTable } from '#people/userTable.ts';
import { auditEventTable, domainOf, wordsOf } from './auditEventTable.ts';

export type AuditFilter = {
  /** The id of a member, `system`, or `candidates` for any of them. */
  who?: string | undefined;
  /** The area of actions: `attempt`, `webhook`. */
  domain?: string | undefined;
  /** What it happened to: `attempt:<id>`. */
  subject?: string | undefined;
  from?: Date | undefined;
  /** Before then. */
  to?: Date | undefined;
  /** Words, or beginnings of words, of an entry; or the name of who did it or whose attempt it was. */
  words?: string | undefined;
};

/** The place of an entry in the log: what comes after it is older. */
export type AuditPlace = { at: Date; id: number };

/** Names that words are looked for in; more than these nobody means. */
const maxNames = 50;

/** One page of the log, newest first, and only what comes after `after`. */
export async function searchAudit(
  db: Database,
  filter: AuditFilter,
  page: { after?: AuditPlace | undefined; limit: number },
) {
  return auditPage(db, filter, { ...page, named: await findNamed(db, filter.words) });
}

/** The query for it, by which a test asks for the database's plan. */
export function auditPage(
  db: Database,
  { who, domain, subject, from, to, words }: AuditFilter,
  { after, limit, named }: { after?: AuditPlace | undefined; limit: number; named: Named },
) {
  return db
    .select()
    .from(auditEventTable)
    .where(
      and(
        actedBy(who),
        domain === undefined ? undefined : sql`${domainOf(auditEventTable)} = ${domain}`,
        subject === undefined ? undefined : eq(auditEventTable.subject, subject),
        from && gte(auditEventTable.at, from),
        to && lt(auditEventTable.at, to),
        hasWords(words, named),
        after &&
          sql`(${auditEventTable.at}, ${auditEventTable.id}) < (${after.at.toISOString()}, ${after.id})`,
      ),
    )
    .orderBy(desc(auditEventTable.at), desc(auditEventTable.id))
    .limit(limit);
}

function actedBy(who: string | undefined): SQL | undefined {
  if (who === undefined) return undefined;
  if (who === 'candidates') return like(auditEventTable.actor, 'candidate:%');
  return eq(auditEventTable.actor, who === 'system' ? 'system' : `staff:${who}`);
}

/** Whom words name: who acted, and what was acted on. */
export type Named = { actors: string[]; subjects: string[] };

async function findNamed(db: Database, words: string | undefined): Promise<Named> {
  if (words === undefined) return { actors: [], subjects: [] };
  const pattern = `%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const members = await db
    .select({ id: userTable.id })
    .from(userTable)
    .where(or(ilike(userTable.name, pattern), ilike(userTable.email, pattern)))
    .limit(maxNames);
  const attempts = await db
    .select({
      id: attemptTable.id,
      candidateId: candidateTable.id,
      invitationId: invitationTable.id,
    })
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .leftJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .where(or(ilike(candidateTable.name, pattern), ilike(candidateTable.email, pattern)))
    .limit(maxNames);
  return {
    actors: members.map(({ id }) => `staff:${id}`),
    subjects: attempts.flatMap(({ id, candidateId, invitationId }) => [
      `attempt:${id}`,
      `candidate:${candidateId}`,
      ...(invitationId === null ? [] : [`invitation:${invitationId}`]),
    ]),
  };
}

function hasWords(words: string | undefined, { actors, subjects }: Named): SQL | undefined {
  const query = (words ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => `${word}:*`)
    .join(' & ');
  if (query === '') return undefined;
  return or(
    sql`${wordsOf(auditEventTable)} @@ to_tsquery('simple', ${query})`,
    actors.length > 0 ? inArray(auditEventTable.actor, actors) : undefined,
    subjects.length > 0 ? inArray(auditEventTable.subject, subjects) : undefined,
  );
}

/** The areas that there are entries of. */
export async function listAuditDomains(db: Database): Promise<string[]> {
  // A loose scan: one look at the index for each area, however many entries there are.
  const areas = sql`(
    with recursive areas as (
      (select split_part(action, '.', 1) as area from audit_events order by 1 limit 1)
      union all
      select (select split_part(action, '.', 1) from audit_events
               where split_part(action, '.', 1) > areas.area order by 1 limit 1)
        from areas where areas.area is not null
    ) select area from areas where area is not null) as found`;
  const rows = await db.select({ area: sql<string>`area` }).from(areas);
  return rows.map(({ area }) => area);
}

/** Names of members, of their tokens and of candidates, for entries of the log. */
export async function nameAudit(
  db: Database,
  ids: { members: string[]; tokens: string[]; attempts: string[] },
): Promise<Record<'members' | 'tokens' | 'candidates', Map<string, string>>> {
  const members = await db
    .select({ id: userTable.id, name: userTable.name })
    .from(userTable)
    .where(inArray(userTable.id, ids.members));
  const tokens = await db
    .select({ id: apiTokenTable.id, name: apiTokenTable.name })
    .from(apiTokenTable)
    .where(inArray(apiTokenTable.id, ids.tokens));
  const candidates = await db
    .select({ id: attemptTable.id, name: candidateTable.name })
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .where(inArray(attemptTable.id, ids.attempts));
  return {
    members: new Map(members.map(({ id, name }) => [id, name])),
    tokens: new Map(tokens.map(({ id, name }) => [id, name])),
    candidates: new Map(candidates.map(({ id, name }) => [id, name])),
  };
}
