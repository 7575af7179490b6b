import { unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { finishAttempt } from './finishAttempt.ts';
import { loadAttempt } from './loadAttempt.ts';
import { startAttempt } from './startAttempt.ts';

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
