import type { Member, Report, ReportChallenge, ReportCriterion } from '@assay/contracts/http';
import { describeVerdict } from '@assay/contracts/verdict';
import {
  findCandidate,
  findInReviewQueue,
  findRole,
  findStage,
  type JudgedSubmission,
  listAttemptEvents,
  listSubmissions,
} from '@assay/db';
import type { Services } from '#services.ts';
import { loadChallenges } from '#attempts/loadChallenges.ts';
import { equalTime } from '#reviews/equalTime.ts';
import { type Judgements, loadJudgements } from '#reviews/gradeAttempt.ts';
import { presentGrading } from '#reviews/presentGrading.ts';
import { nameOf, reviewSight, viewOf } from '#reviews/reviewSight.ts';
import { presentHistory } from '#reviews/presentHistory.ts';
import { findCounting } from '#submissions/findCounting.ts';
import { attemptEvidence } from '#skills/attemptEvidence.ts';
import { weighSkills } from '#skills/weighSkills.ts';
import { listUnknown } from './listUnknown.ts';
import { withPlainTexts } from './plainText.ts';
import { presentInterviews } from './presentInterviews.ts';
import { presentVerdict } from './presentVerdict.ts';
import { traceWork } from './traceWork.ts';

/**
 * All that is known of an attempt, as far as somebody may see it; `undefined` for no attempt. Timelines read whole
 * histories, a fifth of a second of CPU for an hour of typing, so they come only where they are asked for.
 */
export async function buildReport(
  services: Services,
  attemptId: string,
  { viewer, timelines }: { viewer: Member; timelines: boolean },
): Promise<Report | undefined> {
  const { db, challenges, now } = services;
  const at = now();
  const found = await findInReviewQueue(db, attemptId, viewOf(viewer, at));
  if (found === undefined) return undefined;
  const { attempt, candidate, assessment, reviews } = found;
  const sight = reviewSight(viewer, reviews);
  const isErased = attempt.erasedAt !== null;
  const judgements = (await loadJudgements(db, [attemptId]))(attemptId);
  const grading = sight.grades
    ? presentGrading(judgements, viewer, {
        attempt,
        rule: assessment.reviewRule,
        standing: reviews,
      })
    : undefined;
  // Their page has all that is theirs, and so would tell a reviewer whose other work is whose.
  const mayMeet = viewer.role !== 'reviewer';
  const person = mayMeet && !isErased ? await findCandidate(db, candidate.id) : undefined;
  const interviews = person && (await presentInterviews(services, person, viewer));
  const role = assessment.roleId === null ? undefined : await findRole(db, assessment.roleId);
  const maySeeStage = sight.grades || viewer.role === 'admin';
  const stage = maySeeStage ? await findStage(db, attemptId, at) : undefined;
  const shown = equalTime(attempt);
  const moments = {
    ...(attempt.startedAt && { startedAt: shown(attempt.startedAt).toISOString() }),
    ...(attempt.finishedAt && { finishedAt: attempt.finishedAt.toISOString() }),
  };
  const versions = await loadChallenges({ db, challenges }, attemptId);
  const presented = await presentChallenges();
  // A figure from which what is closed could be reckoned is shown to nobody.
  const weighed =
    role && grading && !interviews?.closed.length
      ? weighSkills(role, [
          ...attemptEvidence(attemptId, versions, judgements),
          ...(interviews?.evidence ?? []),
        ])
      : undefined;
  const report: Omit<Report, 'unknown'> = {
    attemptId,
    ...nameOf(found, sight),
    ...(sight.identity && !isErased && { candidateEmail: candidate.email }),
    ...(person && { candidateId: person.id }),
    assessment: {
      title: assessment.title,
      version: assessment.version,
      organisation: assessment.organisation,
      minutes: assessment.minutes,
    },
    ...(role && { role: role.title }),
    state: attempt.state,
    ...(stage && { stage }),
    ...moments,
    ...(attempt.erasedAt && { erasedAt: attempt.erasedAt.toISOString() }),
    reviews: {
      submitted: reviews.submitted,
      wanted: reviews.wanted,
      rule: assessment.reviewRule,
    },
    ...(grading && {
      grading: {
        reviewers: grading.reviewers.map(({ name, submittedAt }) => ({ name, submittedAt })),
        furtherCalled: grading.furtherCalled,
        ...(grading.value !== undefined && { value: grading.value }),
        decisions: grading.decisions,
        overrides: grading.overrides,
      },
    }),
    ...(weighed && { weighed }),
    challenges: presented,
    ...(interviews && { interviews: interviews.shown }),
    madeAt: at.toISOString(),
  };
  return withPlainTexts({ ...report, unknown: listUnknown(report, { interviews, mayMeet }) });

  async function presentChallenges(): Promise<ReportChallenge[]> {
    const submissions = await listSubmissions(db, attemptId);
    const events = timelines ? await listAttemptEvents(db, attemptId) : [];
    const list: ReportChallenge[] = [];
    for (const { judged, manifest } of versions) {
      const { slug, hash } = judged;
      const own = submissions.filter(({ challenge }) => challenge === slug);
      const counting = presentVerdict(findCounting(own), shown);
      const value = grading?.challenges.find(({ challenge }) => challenge === slug)?.value;
      const timeline = timelines
        ? await traceWork(db, {
            attemptId,
            challenge: slug,
            attempt: moments,
            submissions: own.map((one) => describeSubmission(one)),
            history: presentHistory(events, slug, shown),
            shown,
          })
        : undefined;
      list.push({
        slug,
        title: manifest.title,
        level: manifest.level,
        minutes: manifest.minutes,
        hash,
        ...(value !== undefined && { value }),
        criteria: manifest.rubric.map((criterion): ReportCriterion => {
          const graded = grading?.criteria.find(
            (one) => one.challenge === slug && one.criterion === criterion.id,
          );
          return {
            ...criterion,
            ...(graded && {
              grade: {
                scores: listScores(judgements, slug, criterion.id),
                median: graded.median,
                spread: graded.spread,
                ...(graded.override && { override: graded.override }),
                value: graded.value,
              },
            }),
          };
        }),
        runs: own.filter(({ suite }) => suite === 'public').length,
        submissions: own.filter(({ suite }) => suite === 'hidden').length,
        ...(counting && { counting }),
        ...(timeline && { timeline }),
      });
    }
    return list;
  }

  function describeSubmission({ id, suite, createdAt, verdict }: JudgedSubmission) {
    return {
      id,
      suite,
      createdAt: shown(createdAt).toISOString(),
      ...(verdict && { verdict, summary: describeVerdict(verdict, 'all') }),
    };
  }
}

/** What each reviewer gave a criterion, in the order in which the reviews were submitted. */
function listScores({ reviews }: Judgements, challenge: string, criterion: string) {
  return reviews.flatMap(({ reviewer, scores }) =>
    scores.flatMap((one) =>
      one.challenge === challenge && one.criterion === criterion && one.score !== null
        ? [{ by: reviewer, score: one.score, note: one.note }]
        : [],
    ),
  );
}
