import { ORPCError } from '@orpc/server';
import type { Request, RequestHandler } from 'express';
import { type Options, ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { getCookie } from '@orpc/server/helpers';
import { readBearer } from '#sessions/bearerToken.ts';
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

/** Runs of edited copies from one address, a minute: more than a few reviewers of one office look at. */
const copyRunsPerMinute = 60;

/** Archives from one address, a minute. Counters one that is unpacked over and over, to many times its size. */
const importsPerMinute = 30;

/** Pasted lists from one address, read or invited, a minute: more than a person edits, few enough to work on. */
const pastesPerMinute = 120;

/** Questions of one candidate, a minute. Counters a flood that hides those of others. */
const messagesPerMinute = 10;

/** Reports of one candidate's browser, a minute: each tab sends one every few seconds at most. */
const activityPerMinute = 60;

/** Records that one candidate asks for, a minute: each replays the whole history of the files. */
const recordsPerMinute = 20;

/** Ways to the provider and back from one address in five minutes: an office in the morning, and no guessing. */
const signOnsPerFiveMinutes = 600;

/** Requests by one token, a minute. Counters a program that has lost its head. */
export const tokenRequestsPerMinute = 600;

/** Reports from one address, a minute: each replays the whole history of the files. Counters a loop. */
const reportsPerMinute = 60;

/** Exports from one address, a minute. Each reads the whole database. */
const exportsPerMinute = 10;

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

/** For requests by tokens: those of each, and those from one address whose token does not work. */
export const limitTokens = (): RequestHandler[] => [
  limit('Too many requests by this token. Wait a minute.', {
    windowMs: minuteMs,
    limit: tokenRequestsPerMinute,
    skip: (request) => bearerOf(request) === undefined,
    keyGenerator: (request) => hashToken(bearerOf(request) ?? ''),
  }),
  limit('Too many requests with tokens that do not work. Wait five minutes.', {
    windowMs: 5 * minuteMs,
    limit: failuresPerFiveMinutes,
    skip: (request) => bearerOf(request) === undefined,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 401,
  }),
];

const bearerOf = (request: Request) => readBearer(request.get('authorization'));

export const limitSignOn = (): RequestHandler =>
  limit('Too many sign-ins from your address. Wait five minutes.', {
    windowMs: 5 * minuteMs,
    limit: signOnsPerFiveMinutes,
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

export const limitCopyRuns = (): RequestHandler =>
  limit('Too many runs in one minute. Your copy is kept on your page; wait a moment.', {
    windowMs: minuteMs,
    limit: copyRunsPerMinute,
  });

export const limitImports = (): RequestHandler =>
  limit('Too many archives in one minute. Wait a moment, and send it again.', {
    windowMs: minuteMs,
    limit: importsPerMinute,
  });

export const limitPastes = (): RequestHandler =>
  limit('Too many lists in one minute. What you pasted is kept on your page; wait a moment.', {
    windowMs: minuteMs,
    limit: pastesPerMinute,
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

export const limitExports = (): RequestHandler =>
  limit('Too many exports in one minute. Wait a moment.', {
    windowMs: minuteMs,
    limit: exportsPerMinute,
  });

export const limitReports = (): RequestHandler =>
  limit('Too many reports in one minute. Wait a moment.', {
    windowMs: minuteMs,
    limit: reportsPerMinute,
  });

function candidateOrAddress(request: Request): string {
  const token = getCookie(new Headers({ cookie: request.get('cookie') ?? '' }), candidateCookie);
  return token === undefined ? ipKeyGenerator(request.ip ?? '') : hashToken(token);
}
