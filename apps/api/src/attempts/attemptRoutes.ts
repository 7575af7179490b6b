import { unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { chooseLanguage } from './chooseLanguage.ts';
import { finishAttempt } from './finishAttempt.ts';
import { loadAttempt } from './loadAttempt.ts';
import { startAttempt } from './startAttempt.ts';
import { finishChallenge, startChallenge } from './startChallenge.ts';
import { withdraw } from './withdraw.ts';

export const getAttempt = routes.candidate.getAttempt
  .use(asCandidate)
  .handler(
    async ({ context: { services, attemptId } }) =>
      unwrap(await loadAttempt(services, attemptId)).attempt,
  );

export const startAttemptRoute = routes.candidate.startAttempt
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) => {
    unwrap(await startAttempt(services, attemptId));
    return unwrap(await loadAttempt(services, attemptId)).attempt;
  });

export const finishAttemptRoute = routes.candidate.finishAttempt
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) => {
    unwrap(await finishAttempt(services, attemptId));
    return unwrap(await loadAttempt(services, attemptId)).attempt;
  });

export const startChallengeRoute = routes.candidate.startChallenge
  .use(asCandidate)
  .handler(async ({ input: { challenge }, context: { services, attemptId } }) => {
    unwrap(await startChallenge(services, attemptId, challenge));
    return unwrap(await loadAttempt(services, attemptId)).attempt;
  });

export const finishChallengeRoute = routes.candidate.finishChallenge
  .use(asCandidate)
  .handler(async ({ input: { challenge }, context: { services, attemptId } }) => {
    unwrap(await finishChallenge(services, attemptId, challenge));
    return unwrap(await loadAttempt(services, attemptId)).attempt;
  });

export const chooseLanguageRoute = routes.candidate.chooseLanguage
  .use(asCandidate)
  .handler(async ({ input: { challenge, language }, context: { services, attemptId } }) => {
    unwrap(await chooseLanguage(services, { attemptId, challenge, language }));
    return unwrap(await loadAttempt(services, attemptId)).attempt;
  });

export const withdrawRoute = routes.candidate.withdraw
  .use(asCandidate)
  .handler(async ({ input: { reason }, context: { services, attemptId } }) => {
    unwrap(await withdraw(services, attemptId, reason));
    return unwrap(await loadAttempt(services, attemptId)).attempt;
  });
