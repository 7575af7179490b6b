import { ORPCError } from '@orpc/server';
import type { Request, RequestHandler } from 'express';
import { type Options, ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { getCookie } from '@orpc/server/helpers';
import { candidateCookie } from '#sessions/candidateCookie.ts';
import { hashToken } from '#sessions/secretToken.ts';

/** All requests to the API from one address, a minute. Many candidates may share an office's address. */
const requestsPerMinute = 3_000;
/** Failed sign-ins and unknown links from one address in five minutes. Counters guessing. */
const failuresPerFiveMinutes = 50;
/** Runs and submissions of one candidate, a minute. Counters a loop that keeps the judge busy. */
const submissionsPerMinute = 30;

const minuteMs = 60_000;

function limit(options: Partial<Options> & { message: string }): RequestHandler {
  const { message, ...rest } = options;
  return rateLimit({
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ...rest,
    handler: (_request, _response, next) => next(new ORPCError('TOO_MANY_REQUESTS', { message })),
  });
}

export const limitRequests = (): RequestHandler =>
  limit({
    windowMs: minuteMs,
    limit: requestsPerMinute,
    message: 'Too many requests from your address. Your work is saved; wait a minute.',
  });

export const limitGuessing = (): RequestHandler =>
  limit({
    windowMs: 5 * minuteMs,
    limit: failuresPerFiveMinutes,
    skipSuccessfulRequests: true,
    // A sign-in link that does not work is answered with a redirection.
    requestWasSuccessful: (_request, response) => response.statusCode < 300,
    message: 'Too many tries that failed. Wait five minutes.',
  });

export const limitSubmissions = (): RequestHandler =>
  limit({
    windowMs: minuteMs,
    limit: submissionsPerMinute,
    skip: ({ method }) => method !== 'POST',
    keyGenerator: candidateOrAddress,
    message: 'Too many runs in one minute. Your work is saved; wait a moment.',
  });

function candidateOrAddress(request: Request): string {
  const token = getCookie(new Headers({ cookie: request.get('cookie') ?? '' }), candidateCookie);
  return token === undefined ? ipKeyGenerator(request.ip ?? '') : hashToken(token);
}
