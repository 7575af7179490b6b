import type { ChallengeManifest } from '@assay/contracts/challenge';
import { and, asc, count, eq, ilike, isNotNull, isNull, max, or, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { challengeRevisionTable, challengeTable } from './challengeTable.ts';
import { challengeTitle } from './challengeVersions.ts';
import { challengeVersionTable } from './challengeVersionTable.ts';
import { proofs } from './verifications.ts';

export type AuthorRowsFilter = {
  slug?: string;
  /** Part of a title, a name or a skill. */
  search?: string;
  level?: ChallengeManifest['level'];
  proof?: 'none' | 'passed' | 'failed';
  /** Only those that are retired, or only the others. */
  retired?: boolean;
  page: number;
  pageSize: number;
};

const manifest = sql<ChallengeManifest>`${challengeVersionTable.content} #> '{manifest}'`;
const level = sql<string>`${challengeVersionTable.content} #>> '{manifest,level}'`;
const skills = sql<string>`${challengeVersionTable.content} #>> '{manifest,skills}'`;

/** One page of challenges, each with its newest version and how that stands, by title; `page` counts from 1. */
export async function listAuthorRows(db: Database, filter: AuthorRowsFilter) {
  const proof = proofs(db);
  const changes = db
    .select({
      slug: challengeRevisionTable.slug,
      hash: challengeRevisionTable.hash,
      at: max(challengeRevisionTable.at).as('changed_at'),
    })
    .from(challengeRevisionTable)
    .groupBy(challengeRevisionTable.slug, challengeRevisionTable.hash)
    .as('changes');
  const pattern = `%${(filter.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const where = and(
    filter.slug === undefined ? undefined : eq(challengeTable.slug, filter.slug),
    filter.search
      ? or(
          ilike(challengeTitle, pattern),
          ilike(challengeTable.slug, pattern),
          ilike(skills, pattern),
        )
      : undefined,
    filter.level && eq(level, filter.level),
    filter.retired === undefined
      ? undefined
      : (filter.retired ? isNotNull : isNull)(challengeTable.retiredAt),
    filter.proof &&
      (filter.proof === 'none' ? isNull(proof.ok) : eq(proof.ok, filter.proof === 'passed')),
  );
  const rows = await db
    .select({
      challenge: challengeTable,
      manifest,
      ok: proof.ok,
      mutationScore: proof.mutationScore,
      changedAt: changes.at,
      total: sql<number>`${count()} over ()`.mapWith(Number),
    })
    .from(challengeTable)
    .innerJoin(challengeVersionTable, eq(challengeVersionTable.hash, challengeTable.headHash))
    .innerJoin(
      changes,
      and(eq(changes.slug, challengeTable.slug), eq(changes.hash, challengeTable.headHash)),
    )
    .leftJoin(proof, eq(proof.hash, challengeTable.headHash))
    .where(where)
    .orderBy(asc(challengeTitle), asc(challengeTable.slug))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  return { rows, total: rows[0]?.total ?? 0 };
}
