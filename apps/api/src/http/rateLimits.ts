import { ORPCError } from '@orpc/server';
import type { Request, RequestHandler } from 'express';
import { type Options, ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { getCookie } from '@orpc/server/helpers';
import { candidateCookie } from '#sessions/sessionCookies.ts';
import { hashToken } from '#sessions/secretToken.ts';

/** All requests to the API from one address, a minute. Many candidates may share an office's address. */
const requestsPerMinute = 3_000;
/** Failed sign-ins and unknown links from one address in five minutes. Counters guessing. */
const failuresPerFiveMinutes = 50;
/** Runs and submissions of one candidate, a minute. Counters a loop that keeps the judge busy. */
const submissionsPerMinute = 30;

/** Explorations of one candidate, a minute: more than a person sends, less than keeps a judge from others. */
const explorationsPerMinute = 60;

/** Verifications from one address, a minute. Each keeps a core busy for many seconds. */
const verificationsPerMinute = 20;

/** Archives from one address, a minute. Counters one that is unpacked over and over, to many times its size. */
const importsPerMinute = 30;

/** Questions of one candidate, a minute. Counters a flood that hides those of others. */
const messagesPerMinute = 10;

/** Reports of one candidate's browser, a minute: each tab sends one every few seconds at most. */
const activityPerMinute = 60;

/** Records that one candidate asks for, a minute: each replays the whole history of the files. */
const recordsPerMinute = 20;

const minuteMs = 60_000;

function limit(message: string, options: Partial<Options>): RequestHandler {
  return rateLimit({
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ...options,
    handler: (_request, _response, next) => next(new ORPCError('TOO_MANY_REQUESTS', { message })),
  });
}

export const limitRequests = (): RequestHandler =>
  limit('Too many requests from your address. Your work is saved; wait a minute.', {
    windowMs: minuteMs,
    limit: requestsPerMinute,
  });

export const limitGuessing = (): RequestHandler =>
  limit('Too many tries that failed. Wait five minutes.', {
    windowMs: 5 * minuteMs,
    limit: failuresPerFiveMinutes,
    skipSuccessfulRequests: true,
    // A sign-in link that does not work is answered with a redirection.
    requestWasSuccessful: (_request, response) => response.statusCode < 300,
  });

export const limitSubmissions = (): RequestHandler =>
  limit('Too many runs in one minute. Your work is saved; wait a moment.', {
    windowMs: minuteMs,
    limit: submissionsPerMinute,
    skip: ({ method }) => method !== 'POST',
    keyGenerator: candidateOrAddress,
  });

export const limitExplorations = (): RequestHandler =>
  limit('Too many requests in one minute. Wait a moment, and send it again.', {
    windowMs: minuteMs,
    limit: explorationsPerMinute,
    keyGenerator: candidateOrAddress,
  });

export const limitVerifications = (): RequestHandler =>
  limit('Too many verifications in one minute. Your edits are kept; wait a moment.', {
    windowMs: minuteMs,
    limit: verificationsPerMinute,
  });

export const limitImports = (): RequestHandler =>
  limit('Too many archives in one minute. Wait a moment, and send it again.', {
    windowMs: minuteMs,
    limit: importsPerMinute,
  });

export const limitMessages = (): RequestHandler =>
  limit('That was many messages. What you sent has arrived; wait a minute for more.', {
    windowMs: minuteMs,
    limit: messagesPerMinute,
    skip: ({ method }) => method !== 'POST',
    keyGenerator: candidateOrAddress,
  });

export const limitActivity = (): RequestHandler =>
  limit('Too many reports in one minute.', {
    windowMs: minuteMs,
    limit: activityPerMinute,
    keyGenerator: candidateOrAddress,
  });

export const limitRecords = (): RequestHandler =>
  limit('You have asked for your record very often. Wait a minute.', {
    windowMs: minuteMs,
    limit: recordsPerMinute,
    keyGenerator: candidateOrAddress,
  });

function candidateOrAddress(request: Request): string {
  const token = getCookie(new Headers({ cookie: request.get('cookie') ?? '' }), candidateCookie);
  return token === undefined ? ipKeyGenerator(request.ip ?? '') : hashToken(token);
}
