import type { ChallengeVersion } from '@assay/contracts/challenge';
import type { CandidateAttempt, CandidateChallenge } from '@assay/contracts/http';
import type { findAttempt } from '@assay/db';

type Found = NonNullable<Awaited<ReturnType<typeof findAttempt>>>;

/** An attempt as its candidate sees it. */
export function presentAttempt(
  { attempt, candidate, assessment }: Found,
  challenges: ChallengeVersion[],
  now: Date,
): CandidateAttempt {
  return {
    id: attempt.id,
    state: attempt.state,
    candidateName: candidate.name,
    organisation: assessment.organisation,
    title: assessment.title,
    minutes: assessment.minutes,
    rules: assessment.rules,
    recorded: assessment.recorded,
    ...(attempt.startedAt && { startedAt: attempt.startedAt.toISOString() }),
    ...(attempt.deadline && { deadline: attempt.deadline.toISOString() }),
    ...(attempt.finishedAt && { finishedAt: attempt.finishedAt.toISOString() }),
    serverNow: now.toISOString(),
    challenges: challenges.map((challenge) =>
      presentChallenge(challenge, attempt.state !== 'invited'),
    ),
  };
}

function presentChallenge(
  { manifest, statement, judged }: ChallengeVersion,
  started: boolean,
): CandidateChallenge {
  return {
    slug: judged.slug,
    title: manifest.title,
    summary: manifest.summary,
    level: manifest.level,
    minutes: manifest.minutes,
    skills: manifest.skills,
    entry: judged.entry,
    port: judged.port,
    postgres: judged.seedSql !== undefined,
    limits: judged.limits,
    ...(started && { statement }),
    hints: started ? manifest.hints : [],
  };
}
