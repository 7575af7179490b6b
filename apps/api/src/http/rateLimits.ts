import { ORPCError } from '@orpc/server';
import type { Request, RequestHandler } from 'express';
import { type Options, ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { getCookie } from '@orpc/server/helpers';
import { readBearer } from '#sessions/bearerToken.ts';
import { candidateCookie } from '#sessions/sessionCookies.ts';
import { hashToken } from '#sessions/secretToken.ts';
import type { RequestCounts } from './RequestCounts.ts';

/**
 * All requests to the API from one address to one process, a minute. Many candidates may share an office's address. A
 * flood must not reach Redis, so each process counts it alone.
 */
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

/** A limit whose requests are counted under `name`, or without one in this process alone. */
function limit(
  counted: { counts: RequestCounts; name: string } | undefined,
  message: string,
  options: Partial<Options>,
): RequestHandler {
  const store = counted?.counts.storeOf(counted.name);
  return rateLimit({
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ...(store && { store }),
    ...options,
    handler: (_request, _response, next) => next(new ORPCError('TOO_MANY_REQUESTS', { message })),
  });
}

export const limitRequests = (): RequestHandler =>
  limit(undefined, 'Too many requests from your address. Your work is saved; wait a minute.', {
    windowMs: minuteMs,
    limit: requestsPerMinute,
  });

export const limitGuessing = (counts: RequestCounts): RequestHandler =>
  limit({ counts, name: 'guessing' }, 'Too many tries that failed. Wait five minutes.', {
    windowMs: 5 * minuteMs,
    limit: failuresPerFiveMinutes,
    skipSuccessfulRequests: true,
    // A sign-in link that does not work is answered with a redirection.
    requestWasSuccessful: (_request, response) => response.statusCode < 300,
  });

/** For requests by tokens: those of each, and those from one address whose token does not work. */
export const limitTokens = (counts: RequestCounts): RequestHandler[] => [
  limit({ counts, name: 'token' }, 'Too many requests by this token. Wait a minute.', {
    windowMs: minuteMs,
    limit: tokenRequestsPerMinute,
    skip: (request) => bearerOf(request) === undefined,
    keyGenerator: (request) => hashToken(bearerOf(request) ?? ''),
  }),
  limit(
    { counts, name: 'broken-token' },
    'Too many requests with tokens that do not work. Wait five minutes.',
    {
      windowMs: 5 * minuteMs,
      limit: failuresPerFiveMinutes,
      skip: (request) => bearerOf(request) === undefined,
      skipSuccessfulRequests: true,
      requestWasSuccessful: (_request, response) => response.statusCode !== 401,
    },
  ),
];

const bearerOf = (request: Request) => readBearer(request.get('authorization'));

export const limitSignOn = (counts: RequestCounts): RequestHandler =>
  limit({ counts, name: 'sign-on' }, 'Too many sign-ins from your address. Wait five minutes.', {
    windowMs: 5 * minuteMs,
    limit: signOnsPerFiveMinutes,
  });

export const limitSubmissions = (counts: RequestCounts): RequestHandler =>
  limit(
    { counts, name: 'submissions' },
    'Too many runs in one minute. Your work is saved; wait a moment.',
    {
      windowMs: minuteMs,
      limit: submissionsPerMinute,
      skip: ({ method }) => method !== 'POST',
      keyGenerator: candidateOrAddress,
    },
  );

export const limitExplorations = (counts: RequestCounts): RequestHandler =>
  limit(
    { counts, name: 'explorations' },
    'Too many requests in one minute. Wait a moment, and send it again.',
    {
      windowMs: minuteMs,
      limit: explorationsPerMinute,
      keyGenerator: candidateOrAddress,
    },
  );

export const limitVerifications = (counts: RequestCounts): RequestHandler =>
  limit(
    { counts, name: 'verifications' },
    'Too many verifications in one minute. Your edits are kept; wait a moment.',
    {
      windowMs: minuteMs,
      limit: verificationsPerMinute,
    },
  );

export const limitCopyRuns = (counts: RequestCounts): RequestHandler =>
  limit(
    { counts, name: 'copy-runs' },
    'Too many runs in one minute. Your copy is kept on your page; wait a moment.',
    {
      windowMs: minuteMs,
      limit: copyRunsPerMinute,
    },
  );

export const limitImports = (counts: RequestCounts): RequestHandler =>
  limit(
    { counts, name: 'imports' },
    'Too many archives in one minute. Wait a moment, and send it again.',
    {
      windowMs: minuteMs,
      limit: importsPerMinute,
    },
  );

export const limitPastes = (counts: RequestCounts): RequestHandler =>
  limit(
    { counts, name: 'pastes' },
    'Too many lists in one minute. What you pasted is kept on your page; wait a moment.',
    {
      windowMs: minuteMs,
      limit: pastesPerMinute,
    },
  );

export const limitMessages = (counts: RequestCounts): RequestHandler =>
  limit(
    { counts, name: 'messages' },
    'That was many messages. What you sent has arrived; wait a minute for more.',
    {
      windowMs: minuteMs,
      limit: messagesPerMinute,
      skip: ({ method }) => method !== 'POST',
      keyGenerator: candidateOrAddress,
    },
  );

export const limitActivity = (counts: RequestCounts): RequestHandler =>
  limit({ counts, name: 'activity' }, 'Too many reports in one minute.', {
    windowMs: minuteMs,
    limit: activityPerMinute,
    keyGenerator: candidateOrAddress,
  });

export const limitRecords = (counts: RequestCounts): RequestHandler =>
  limit({ counts, name: 'records' }, 'You have asked for your record very often. Wait a minute.', {
    windowMs: minuteMs,
    limit: recordsPerMinute,
    keyGenerator: candidateOrAddress,
  });

export const limitExports = (counts: RequestCounts): RequestHandler =>
  limit({ counts, name: 'exports' }, 'Too many exports in one minute. Wait a moment.', {
    windowMs: minuteMs,
    limit: exportsPerMinute,
  });

export const limitReports = (counts: RequestCounts): RequestHandler =>
  limit({ counts, name: 'reports' }, 'Too many reports in one minute. Wait a moment.', {
    windowMs: minuteMs,
    limit: reportsPerMinute,
  });

function candidateOrAddress(request: Request): string {
  const token = getCookie(new Headers({ cookie: request.get('cookie') ?? '' }), candidateCookie);
  return token === undefined ? ipKeyGenerator(request.ip ?? '') : hashToken(token);
}
