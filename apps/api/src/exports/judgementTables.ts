import type { Cell } from '@assay/contracts/report';
import { listStages, pageReviewQueue } from '@assay/db';
import { gradeAttempt, loadJudgements } from '#reviews/gradeAttempt.ts';
import { reviewSight, viewOf } from '#reviews/reviewSight.ts';
import { type ExportScope, type ExportTable, exportTable } from './exportTable.ts';

/** What people made of attempts. Attempts come first, with what all reviews come to. */
export function judgementTables({ db, now, viewer }: ExportScope): ExportTable[] {
  const read = (page: { after: string | undefined; limit: number }) =>
    pageReviewQueue(db, viewOf(viewer, now), page).then((rows) =>
      rows.map((row) => ({ ...row, id: row.attempt.id })),
    );
  const load = async (rows: Awaited<ReturnType<typeof read>>) => {
    const seen = rows.filter(({ reviews }) => reviewSight(viewer, reviews).grades);
    const of = await loadJudgements(
      db,
      seen.map(({ id }) => id),
    );
    const stages = await listStages(
      db,
      rows.map(({ id }) => id),
      now,
    );
    const ids = new Set(seen.map(({ id }) => id));
    return rows.map((row) => ({
      ...row,
      stage: stages.get(row.id),
      judgements: ids.has(row.id) ? of(row.id) : undefined,
    }));
  };
  const at = (moment: Date | null) => moment?.toISOString();
  const judged = (
    name: string,
    columns: readonly string[],
    list: (one: Awaited<ReturnType<typeof load>>[number]) => Cell[][],
  ) => exportTable(name, columns, async (page) => load(await read(page)), list, 100);
  return [
    judged(
      'attempts',
      [
        'id',
        'candidate_id',
        'assessment_id',
        'state',
        'stage',
        'time_percent',
        'created_at',
        'started_at',
        'finished_at',
        'withdrawn_at',
        'erased_at',
        'reviews_submitted',
        'reviews_wanted',
        'score',
        'decision',
      ],
      ({ attempt, reviews, stage, judgements }) => [
        [
          attempt.id,
          attempt.candidateId,
          attempt.assessmentId,
          attempt.state,
          stage,
          attempt.timePercent,
          at(attempt.createdAt),
          at(attempt.startedAt),
          at(attempt.finishedAt),
          at(attempt.withdrawnAt),
          at(attempt.erasedAt),
          reviews.submitted,
          reviews.wanted,
          judgements && gradeAttempt(judgements).value,
          judgements?.decisions[0]?.outcome,
        ],
      ],
    ),
    judged('reviews', ['attempt_id', 'reviewer', 'submitted_at'], ({ id, judgements }) =>
      (judgements?.reviews ?? []).map(({ reviewer, submittedAt }) => [
        id,
        reviewer,
        at(submittedAt),
      ]),
    ),
    judged(
      'scores',
      ['attempt_id', 'challenge', 'criterion', 'reviewer', 'score', 'note'],
      ({ id, judgements }) =>
        (judgements?.reviews ?? []).flatMap(({ reviewer, scores }) =>
          scores.map((one) => [id, one.challenge, one.criterion, reviewer, one.score, one.note]),
        ),
    ),
    judged(
      'overrides',
      ['attempt_id', 'challenge', 'criterion', 'score', 'reason', 'by', 'at'],
      ({ id, judgements }) =>
        (judgements?.overrides ?? []).map((one) => [
          id,
          one.challenge,
          one.criterion,
          one.score,
          one.reason,
          one.by,
          at(one.at),
        ]),
    ),
    judged('decisions', ['attempt_id', 'outcome', 'reason', 'by', 'at'], ({ id, judgements }) =>
      (judgements?.decisions ?? []).map((one) => [id, one.outcome, one.reason, one.by, at(one.at)]),
    ),
  ];
}
