import type { Criterion } from '@assay/contracts/challenge';
import type { ScoredCriterion } from '@assay/contracts/http';
import type { InterviewPlan } from '@assay/contracts/live';
import type { LiveSessionRecord } from '@assay/db';
import type { ChallengeLibrary } from '#challenges/challengeLibrary.ts';

type Rubric = { title: string; rubric: Criterion[] };

/** What a session is scored by. */
export async function listSessionCriteria(
  challenges: ChallengeLibrary,
  { plan, challengeHash }: Pick<LiveSessionRecord, 'plan' | 'challengeHash'>,
): Promise<ScoredCriterion[]> {
  const version = challengeHash === null ? undefined : await challenges.get(challengeHash);
  return listCriteria(plan, version?.manifest);
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
      return [{ key: `section/${title}`, group: title, title, signals }];
    }),
  ];
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed();
}

function list(from: 'challenge' | 'plan', { title, rubric }: Rubric): ScoredCriterion[] {
  return rubric.map((criterion) => ({
    key: `${from}/${criterion.id}`,
    group: title,
    title: criterion.title,
    anchors: criterion.anchors,
    signals: [],
  }));
}
