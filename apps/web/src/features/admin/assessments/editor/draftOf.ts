import type { AssessmentDraft, AssessmentTemplate } from '@assay/contracts/http';

/** What a version says, without what makes it a version. */
export function draftOf(template: AssessmentTemplate): AssessmentDraft {
  const { title, organisation, roleId, clockMode, minutes, policies, rules, recorded } = template;
  const { feedback, review, retentionDays, interview, challenges } = template;
  return {
    title,
    organisation,
    ...(roleId !== undefined && { roleId }),
    clockMode,
    minutes,
    policies,
    rules,
    recorded,
    feedback,
    review,
    retentionDays,
    interview,
    challenges: challenges.map(({ slug, minutes: own, rubric }) => ({
      slug,
      ...(own !== undefined && { minutes: own }),
      ...(rubric !== undefined && { rubric }),
    })),
  };
}
