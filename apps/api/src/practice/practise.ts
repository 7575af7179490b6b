import { randomInt, randomUUID } from 'node:crypto';
import type { ChallengeVersion } from '@assay/contracts/challenge';
import type { Exploration, ExploreStep } from '@assay/contracts/http';
import type { Verdict } from '@assay/contracts/verdict';
import { Files } from '@assay/contracts/workspace';
import { findAttempt } from '@assay/db';
import type { JobOwner } from '@assay/queue';
import type { Services } from '#services.ts';
import { busy, findStepsRefusal } from '#explorations/explore.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';
import { ownerOf } from '#submissions/ownerOf.ts';
import { findFilesRefusal } from '#workspaces/findFilesRefusal.ts';

/** The folder in `challenges/` that candidates get to know the editor by. */
export const practiceSlug = 'warm-up';

/** Seeds are 32-bit and not negative. */
const seeds = 2 ** 31;

/** The practice challenge, for somebody who has not started yet: after that it would be a judge without a clock. */
export async function findPractice(
  { db, practice }: Services,
  attemptId: string,
): Promise<{ ok: true; practice: ChallengeVersion; owner: JobOwner } | Refusal> {
  const found = await findAttempt(db, attemptId);
  if (found === undefined || practice === undefined) return notFound;
  return found.attempt.state === 'invited'
    ? { ok: true, practice, owner: ownerOf(found.attempt) }
    : over;
}

/** Judges files of the practice challenge. They come with the request and leave with the answer: nothing is written. */
export async function practise(
  services: Services,
  attemptId: string,
  run: { suite: 'public' | 'hidden'; files: Record<string, string> },
  signal?: AbortSignal,
): Promise<{ ok: true; verdict: Verdict; practice: ChallengeVersion; files: Files } | Refusal> {
  const found = await findPractice(services, attemptId);
  if (!found.ok) return found;
  const refused = findFilesRefusal(run.files);
  if (refused !== undefined) return refused;
  const { practice } = found;
  const files = Files.parse(run.files);
  const verdict = await services.fleeting.practise(
    {
      practiceId: randomUUID(),
      challengeHash: practice.judged.hash,
      suite: run.suite,
      seed: randomInt(seeds),
      files,
    },
    found.owner,
    signal,
  );
  return verdict === undefined ? busy : { ok: true, verdict, practice, files };
}

/** Tries requests on files of the practice challenge, under the same rule. */
export async function explorePractice(
  services: Services,
  attemptId: string,
  tried: { files: Record<string, string>; steps: ExploreStep[] },
  signal?: AbortSignal,
): Promise<{ ok: true; exploration: Exploration } | Refusal> {
  const found = await findPractice(services, attemptId);
  if (!found.ok) return found;
  const { judged } = found.practice;
  const refused =
    findFilesRefusal(tried.files) ??
    findStepsRefusal(tried.steps, {
      http: judged.port === 'http',
      sql: judged.seedSql !== undefined,
    });
  if (refused !== undefined) return refused;
  const exploration = await services.fleeting.explore(
    {
      explorationId: randomUUID(),
      challengeHash: judged.hash,
      seed: randomInt(seeds),
      files: Files.parse(tried.files),
      steps: tried.steps,
    },
    found.owner,
    signal,
  );
  return exploration === undefined ? busy : { ok: true, exploration };
}

const over = refusal(
  'PRACTICE_OVER',
  409,
  'Practice is for before the start. Your attempt has begun; nothing of it changed.',
);
