import { type DecisionOutcome, Stage } from '@assay/contracts/http';
import { and, eq, exists, gt, inArray, isNull, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { decisionTable } from '#reviews/decisionTable.ts';
import { reviewTable } from '#reviews/reviewTable.ts';

const isReviewed = exists(
  sql`(select 1 from ${reviewTable} where ${reviewTable.attemptId} = ${attemptTable.id})`,
);

/** What was decided last; null before. Attempts are joined. */
export const lastOutcome = sql`(select ${decisionTable.outcome} from ${decisionTable} where ${decisionTable.attemptId} = ${attemptTable.id} order by ${decisionTable.id} desc limit 1)`;

const isUndecided = sql`${lastOutcome} is null`;
const decided = (outcome: DecisionOutcome) =>
  and(inArray(attemptTable.state, ['finished', 'graded']), sql`${lastOutcome} = ${outcome}`);

/**
 * What makes a candidate stand where they do, on attempts joined with their invitations. Each begins with the
 * attempt's state, by which there is an index. Exactly one of them holds.
 */
export function stageConditions(now: Date): Record<Stage, SQL | undefined> {
  const isOpen = and(isNull(invitationTable.revokedAt), gt(invitationTable.expiresAt, now));
  const isClosed = or(
    sql`${invitationTable.revokedAt} is not null`,
    lte(invitationTable.expiresAt, now),
  );
  return {
    invited: and(eq(attemptTable.state, 'invited'), isOpen),
    started: eq(attemptTable.state, 'running'),
    submitted: and(eq(attemptTable.state, 'finished'), not(isReviewed), isUndecided),
    in_review: and(eq(attemptTable.state, 'finished'), isReviewed, isUndecided),
    reviewed: and(eq(attemptTable.state, 'graded'), isUndecided),
    advanced: decided('advance'),
    on_hold: decided('hold'),
    declined: decided('decline'),
    withdrawn: eq(attemptTable.state, 'withdrawn'),
    expired: and(eq(attemptTable.state, 'invited'), isClosed),
  };
}

/** Where a candidate stands: never stored, always what the facts say. */
export function stageAt(now: Date): SQL<Stage> {
  const conditions = stageConditions(now);
  const cases = Stage.options.map((stage) => sql`when ${conditions[stage]} then ${stage}::text`);
  return sql<Stage>`case ${sql.join(cases, sql` `)} end`;
}

/** When they got there: the last thing of theirs that is dated. */
export function stageSince(now: Date): SQL<Date> {
  const ended = sql`coalesce(${invitationTable.revokedAt}, case when ${lte(invitationTable.expiresAt, now)} then ${invitationTable.expiresAt} end)`;
  return sql`coalesce(${attemptTable.withdrawnAt}, ${attemptTable.finishedAt}, ${attemptTable.startedAt}, ${ended}, ${attemptTable.createdAt})`.mapWith(
    attemptTable.createdAt,
  );
}
