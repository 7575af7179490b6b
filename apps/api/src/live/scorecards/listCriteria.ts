import type { Criterion } from '@assay/contracts/challenge';
import type { ScoredCriterion } from '@assay/contracts/http';
import type { InterviewPlan } from '@assay/contracts/live';
import { findOwnRubric, type LiveSessionRecord } from '@assay/db';
import type { Services } from '#services.ts';

type Rubric = { title: string; rubric: Criterion[]; skills?: string[] };

/** What a session is scored by: its plan, and its challenge's rubric, or the one that its template has instead. */
export async function listSessionCriteria(
  { db, challenges }: Pick<Services, 'db' | 'challenges'>,
  {
    plan,
    challengeHash,
    assessmentId,
  }: Pick<LiveSessionRecord, 'plan' | 'challengeHash' | 'assessmentId'>,
): Promise<ScoredCriterion[]> {
  if (challengeHash === null) return listCriteria(plan);
  const { manifest, judged } = await challenges.get(challengeHash);
  const own =
    assessmentId === null
      ? undefined
      : await findOwnRubric(db, { assessmentId, slug: judged.slug });
  return listCriteria(plan, own === undefined ? manifest : { ...manifest, rubric: own });
}

/**
 * The criteria of a challenge and of a plan, each once: a criterion that several sections name is one. Keys hold no
 * number, so that a plan that is put into another order keeps its scores.
 */
export function listCriteria(plan: InterviewPlan, challenge?: Rubric): ScoredCriterion[] {
  const all = [
    ...(challenge === undefined ? [] : list('challenge', challenge)),
    ...plan.sections.flatMap((section) => {
      if (section.rubric.length > 0) return list('plan', section);
      if (challenge !== undefined || section.signals.length === 0) return [];
      const { title, signals } = section;
      return [{ key: `section/${title}`, group: title, title, signals, skills: [] }];
    }),
  ];
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed();
}

function list(
  from: 'challenge' | 'plan',
  { title, rubric, skills = [] }: Rubric,
): ScoredCriterion[] {
  return rubric.map((criterion) => ({
    key: `${from}/${criterion.id}`,
    group: title,
    title: criterion.title,
    anchors: criterion.anchors,
    signals: [],
    skills: criterion.skills ?? skills,
  }));
}
