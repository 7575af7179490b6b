import type { AssessmentTemplate } from '@assay/contracts/http';
import {
  type AssessmentRecord,
  type Database,
  findAssessment,
  listAssessmentChallenges,
  listAssessmentVersions,
} from '@assay/db';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { routes } from '#http/routes.ts';

export const getAssessmentRoute = routes.hiring.getAssessment.handler(
  async ({ input: { assessmentId }, context: { services } }) =>
    unwrap(await loadAssessment(services.db, assessmentId)).assessment,
);

/** A version of an assessment as those who organise see it. */
export async function loadAssessment(
  db: Database,
  id: string,
): Promise<{ ok: true; assessment: AssessmentTemplate } | Refusal> {
  const found = await findAssessment(db, id);
  if (found === undefined) return notFound;
  const challenges = await listAssessmentChallenges(db, id);
  const versions = await listAssessmentVersions(db, found.templateId);
  return {
    ok: true,
    assessment: {
      ...presentTerms(found),
      challenges: challenges.map(({ slug, title, minutes, rubric, retiredAt }) => ({
        slug,
        title,
        ...(minutes !== null && { minutes }),
        ...(rubric !== null && { rubric }),
        retired: retiredAt !== null,
      })),
      versions: versions.map(({ author, createdAt, lockedAt, ...version }) => ({
        ...version,
        ...(author !== null && { author }),
        createdAt: createdAt.toISOString(),
        ...(lockedAt && { lockedAt: lockedAt.toISOString() }),
      })),
    },
  };
}

function presentTerms(
  found: AssessmentRecord,
): Omit<AssessmentTemplate, 'challenges' | 'versions'> {
  const { id, version, revision, lockedAt, roleId, title, organisation } = found;
  const { clockMode, minutes, aiAssistants, documentation, paste, rules, recorded } = found;
  const { feedback, reviewRule, retentionDays, interview } = found;
  return {
    id,
    version,
    revision,
    ...(lockedAt && { lockedAt: lockedAt.toISOString() }),
    ...(roleId !== null && { roleId }),
    title,
    organisation,
    clockMode,
    minutes,
    policies: { aiAssistants, documentation, paste },
    rules,
    recorded,
    feedback,
    review: reviewRule,
    retentionDays,
    interview,
  };
}
