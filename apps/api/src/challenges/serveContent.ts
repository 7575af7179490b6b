import { createHash, timingSafeEqual } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { type Request, Router } from 'express';
import type { ChallengeLibrary } from './challengeLibrary.ts';

/** `GET /internal/challenges/{hash}`: what workers judge by, for those who hold their token. */
export function serveContent(challenges: ChallengeLibrary, workerToken: string): Router {
  return Router().get('/internal/challenges/:hash', async (request, response) => {
    if (!holdsToken(request, workerToken)) throw new ORPCError('UNAUTHORIZED');
    const version = await challenges.find(request.params.hash);
    if (version === undefined) throw new ORPCError('NOT_FOUND');
    response.set('cache-control', 'no-store').json(version.judged);
  });
}

function holdsToken(request: Request, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.get('authorization') ?? ''), digest(`Bearer ${token}`));
}
