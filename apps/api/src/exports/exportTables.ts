import { exportPages } from '@assay/db';
import { type ExportScope, type ExportTable, exportTable } from './exportTable.ts';
import { judgementTables } from './judgementTables.ts';
import { scorecardTables } from './scorecardTables.ts';

/** Rows of a page of verdicts: each is tens of kilobytes. */
const verdictsPageSize = 50;

/**
 * Every table of an export. Scores that the one who asks may not see yet are left out, as on every page: their own
 * judgement is still wanted, and would not be independent.
 */
export function exportTables(scope: ExportScope): ExportTable[] {
  const { db } = scope;
  const at = (moment: Date | null) => moment?.toISOString();
  return [
    exportTable(
      'roles',
      ['id', 'title', 'organisation', 'level', 'created_at', 'changed_at'],
      (page) => exportPages.roles(db, page),
      ({ id, title, organisation, level, createdAt, changedAt }) => [
        [id, title, organisation, level, at(createdAt), at(changedAt)],
      ],
    ),
    exportTable(
      'assessments',
      [
        'id',
        'template_id',
        'version',
        'title',
        'organisation',
        'minutes',
        'role_id',
        'locked_at',
        'retention_days',
        'reviewers',
        'created_at',
      ],
      (page) => exportPages.assessments(db, page),
      (one) => [
        [
          one.id,
          one.templateId,
          one.version,
          one.title,
          one.organisation,
          one.minutes,
          one.roleId,
          at(one.lockedAt),
          one.retentionDays,
          one.reviewRule.reviewers,
          at(one.createdAt),
        ],
      ],
    ),
    exportTable(
      'candidates',
      ['id', 'name', 'email', 'created_at'],
      (page) => exportPages.candidates(db, page),
      ({ id, name, email, createdAt }) => [[id, name, email, at(createdAt)]],
    ),
    exportTable(
      'invitations',
      ['id', 'attempt_id', 'source', 'expires_at', 'revoked_at', 'remind_days', 'created_at'],
      (page) => exportPages.invitations(db, page),
      (one) => [
        [
          one.id,
          one.attemptId,
          one.source,
          at(one.expiresAt),
          at(one.revokedAt),
          one.remindDays,
          at(one.createdAt),
        ],
      ],
    ),
    ...judgementTables(scope),
    exportTable(
      'submissions',
      [
        'id',
        'attempt_id',
        'challenge',
        'challenge_hash',
        'suite',
        'sent_by',
        'state',
        'created_at',
        'judged_at',
        'status',
        'passed',
        'total',
        'hallmark',
        'cpu_ms',
        'wall_ms',
        'peak_process_mb',
        'queries',
      ],
      (page) => exportPages.submissions(db, page),
      ({ verdict, ...one }) => [
        [
          one.id,
          one.attemptId,
          one.challenge,
          one.challengeHash,
          one.suite,
          one.sentBy,
          one.state,
          at(one.createdAt),
          at(one.recordedAt),
          verdict?.status,
          verdict?.tests.filter(({ status }) => status === 'passed').length,
          verdict?.tests.length,
          verdict?.hallmark,
          verdict?.usage.cpuMs,
          verdict?.usage.wallMs,
          verdict?.usage.peakProcessMb,
          verdict?.tests.reduce((sum, { queries }) => sum + queries, 0),
        ],
      ],
      verdictsPageSize,
    ),
    exportTable(
      'tests',
      ['submission_id', 'name', 'suite', 'status', 'cpu_ms', 'virtual_ms', 'queries', 'message'],
      (page) => exportPages.submissions(db, page),
      ({ id, verdict }) =>
        (verdict?.tests ?? []).map((test) => [
          id,
          test.name,
          test.suite,
          test.status,
          test.cpuMs,
          test.virtualMs,
          test.queries,
          test.failure?.message,
        ]),
      verdictsPageSize,
    ),
    ...scorecardTables(scope),
  ];
}
