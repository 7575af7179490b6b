import type { ChallengeVersion } from '@assay/contracts/challenge';
import { gradeAttempt, type Judgements } from '#reviews/gradeAttempt.ts';
import type { Evidence } from './weighSkills.ts';

/** The criteria of an attempt's challenges. One that names no skills counts for those of its challenge. */
export function attemptEvidence(
  attemptId: string,
  versions: readonly Pick<ChallengeVersion, 'judged' | 'manifest'>[],
  judgements: Judgements,
): Evidence[] {
  const { criteria } = gradeAttempt(judgements);
  return versions.flatMap(({ judged: { slug }, manifest: { title, rubric, skills } }) =>
    rubric.map((criterion) => {
      const graded = criteria.find(
        (one) => one.challenge === slug && one.criterion === criterion.id,
      );
      return {
        group: `${attemptId}/${slug}`,
        title,
        skills: criterion.skills ?? skills,
        scores: graded?.scores ?? [],
        override: graded?.override,
      };
    }),
  );
}
