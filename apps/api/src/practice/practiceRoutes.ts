import { type Language, worksIn } from '@assay/contracts/challenge';
import { presentVerdict } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { showChallenge } from '#attempts/presentAttempt.ts';
import { unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { explorePractice, findPractice, practise } from './practise.ts';

export const getPracticeRoute = routes.candidate.getPractice
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) => {
    const { practice } = unwrap(await findPractice(services, attemptId));
    const challenge = showChallenge(practice, true);
    const starters: Partial<Record<Language, Files>> = {};
    for (const { language } of challenge.languages)
      starters[language] = worksIn(practice, language).starter;
    return { challenge, starters };
  });

export const practiseRoute = routes.candidate.practise
  .use(asCandidate)
  .handler(async ({ input: { suite, files }, context: { services, attemptId }, signal }) => {
    const run = { suite, files };
    const {
      verdict,
      practice,
      files: judged,
    } = unwrap(await practise(services, attemptId, run, signal));
    return presentVerdict(verdict, judged, practice.manifest.showable);
  });

export const explorePracticeRoute = routes.candidate.explorePractice
  .use(asCandidate)
  .handler(async ({ input: { files, steps }, context: { services, attemptId }, signal }) => {
    return unwrap(await explorePractice(services, attemptId, { files, steps }, signal)).exploration;
  });
