import type { AssessmentDraft } from '@assay/contracts/http';
import {
  type AssessmentChallenges,
  type AssessmentTerms,
  type Database,
  findRole,
  listChallengesInUse,
} from '@assay/db';
import { type Refusal, refusal } from '#http/refusal.ts';

/** What a version will say, from what its editor sent: challenges become the versions in use. */
export async function readDraft(
  tx: Database,
  draft: AssessmentDraft,
): Promise<{ ok: true; terms: AssessmentTerms; challenges: AssessmentChallenges } | Refusal> {
  const { roleId, policies, review, clockMode, challenges, ...rest } = draft;
  const { title, organisation, minutes, rules, recorded, feedback, retentionDays, interview } =
    rest;
  if (roleId !== undefined && (await findRole(tx, roleId)) === undefined) return roleUnknown;
  const inUse = new Map((await listChallengesInUse(tx)).map(({ slug, hash }) => [slug, hash]));
  const hashes = challenges.flatMap(({ slug }) => inUse.get(slug) ?? []);
  const missing = challenges.find(({ slug }) => !inUse.has(slug));
  if (missing !== undefined) return notOffered(missing.slug);
  const own = challenges.flatMap((challenge) => challenge.minutes ?? []);
  if (clockMode === 'separate' && own.length < challenges.length) return minutesMissing;
  const sum = own.reduce((total, some) => total + some, 0);
  return {
    ok: true,
    terms: {
      roleId: roleId ?? null,
      title,
      organisation,
      minutes: clockMode === 'separate' ? sum : minutes,
      ...policies,
      rules,
      recorded,
      feedback,
      reviewRule: review,
      retentionDays,
      interview,
    },
    challenges: {
      challengeHashes: hashes,
      challengeMinutes: clockMode === 'separate' ? own : undefined,
      challengeRubrics: challenges.map(({ rubric }) => rubric ?? null),
    },
  };
}

const notOffered = (slug: string) =>
  refusal(
    'CHALLENGE_NOT_OFFERED',
    422,
    `The challenge ${slug} is retired, or no version of it has passed its verification. Take it out, or choose another; the rest of what you wrote is kept.`,
    { slug },
  );
const roleUnknown = refusal('ROLE_UNKNOWN', 422, 'There is no such role any more.');
const minutesMissing = refusal(
  'BAD_REQUEST',
  400,
  'Where each challenge has a clock of its own, each needs its minutes.',
);
