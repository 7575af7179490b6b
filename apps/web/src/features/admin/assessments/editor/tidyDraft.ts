import type { AssessmentDraft } from '@assay/contracts/http';
import { tidyLines } from '#app/tidyLines.ts';
import { isCompleteSection, tidySection } from '#features/live/list/plan/PlanSections.tsx';

/** A draft as it is sent: without empty lines, and without what its clocks leave out. */
export function tidyDraft(draft: AssessmentDraft): AssessmentDraft {
  const ownClocks = draft.clockMode === 'separate';
  return {
    ...draft,
    title: draft.title.trim(),
    organisation: draft.organisation.trim(),
    minutes: ownClocks ? sumOfMinutes(draft) : draft.minutes,
    rules: tidyLines(draft.rules),
    recorded: tidyLines(draft.recorded),
    interview: { sections: draft.interview.sections.map(tidySection) },
    challenges: draft.challenges.map(({ minutes, ...challenge }) => ({
      ...challenge,
      ...(ownClocks && minutes !== undefined && { minutes }),
    })),
  };
}

export const sumOfMinutes = ({ challenges }: AssessmentDraft): number =>
  challenges.reduce((sum, { minutes = 0 }) => sum + minutes, 0);

/** What a draft still lacks before it can be saved, in words; undefined when it lacks nothing. */
export function findMissing({
  title,
  organisation,
  challenges,
  interview,
}: AssessmentDraft): string | undefined {
  if (title.trim() === '') return 'It needs a title.';
  if (organisation.trim() === '') return 'Say who invites.';
  if (challenges.length === 0) return 'It needs a challenge.';
  const rubrics = challenges.flatMap(({ rubric }) => rubric ?? []);
  const words = rubrics.flatMap((criterion) => [
    criterion.title,
    ...Object.values(criterion.anchors),
  ]);
  if (words.some((text) => text.trim() === ''))
    return 'Each criterion of a rubric needs a title and what 1, 3 and 5 look like.';
  if (challenges.some(({ rubric }) => rubric?.length === 0))
    return 'A rubric of its own needs a criterion.';
  if (!interview.sections.every(isCompleteSection))
    return 'Each section of the interview needs a title, and each criterion its anchors.';
  return undefined;
}
