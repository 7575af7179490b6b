import type { ChallengeVersion } from '@assay/contracts/challenge';

/** What is stored of a challenge for its attempts. */
export function versionOf({
  manifest,
  statement,
  starter,
  solution,
  translations,
  writeUp,
  judged,
}: ChallengeVersion): ChallengeVersion {
  return {
    manifest,
    statement,
    starter,
    solution,
    ...(translations && { translations }),
    ...(writeUp !== undefined && { writeUp }),
    judged,
  };
}
