import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError } from '@orpc/server';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Services } from '#services.ts';
import { serveContent } from '#challenges/serveContent.ts';
import { signOnRoutes } from '#signOn/signOnRoutes.ts';
import { candidateCookie, liveCookie, setSessionCookie } from '#sessions/sessionCookies.ts';
import { readSessions } from '#sessions/sessions.ts';
import { health, live, ready } from './health.ts';
import { openApiDocument } from '#openApi/openApiDocument.ts';
import { originCheck } from './originCheck.ts';
import {
  limitActivity,
  limitCopyRuns,
  limitExplorations,
  limitExports,
  limitGuessing,
  limitImports,
  limitMessages,
  limitPastes,
  limitRecords,
  limitReports,
  limitRequests,
  limitSignOn,
  limitSubmissions,
  limitTokens,
  limitVerifications,
} from './rateLimits.ts';
import type { RequestCounts } from './RequestCounts.ts';
import { nameRequest, requestContext } from './requestContext.ts';
import { requestLog } from './requestLog.ts';
import { router } from './router.ts';
import { securityHeaders } from './securityHeaders.ts';
import { toApiError } from './toApiError.ts';
import { webApp, webPage } from './webApp.ts';

/** A request's body, bytes. Above the largest workspace as JSON in common cases; counters memory exhaustion. */
export const maxBodyBytes = 1_500_000;

/** The HTTP side of the API. */
export function createApp(
  services: Services,
  options: {
    workerToken?: string;
    webRoot?: string;
    trustProxy: string;
    counts: RequestCounts;
  },
): Express {
  const { publicUrl, staffAuth, logger, challenges } = services;
  const { counts } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.use(requestContext(services.metrics));
  app.use(requestLog(logger));
  app.use(securityHeaders(publicUrl));
  app.get('/health', health(services));
  app.get('/health/live', live);
  app.get('/health/ready', ready(services));
  if (options.workerToken !== undefined) app.use(serveContent(challenges, options.workerToken));

  app.use(
    '/api',
    limitRequests(),
    ...limitTokens(counts),
    originCheck(publicUrl),
    onlyJson,
    noStore,
  );
  app.use('/api', express.json({ limit: maxBodyBytes }));
  app.use(
    ['/api/auth/sign-in', '/api/auth/magic-link', '/api/candidate/session', '/api/live/link'],
    limitGuessing(counts),
  );
  app.use(
    ['/api/attempts/:attemptId/submissions', '/api/attempts/:attemptId/practice/runs'],
    limitSubmissions(counts),
  );
  app.use(
    ['/api/attempts/:attemptId/explorations', '/api/attempts/:attemptId/practice/explorations'],
    limitExplorations(counts),
  );
  app.use('/api/attempts/:attemptId/messages', limitMessages(counts));
  app.use('/api/author/challenges/:slug/verifications', limitVerifications(counts));
  app.use('/api/review/submissions/:submissionId/copy-runs', limitCopyRuns(counts));
  app.use('/api/author/imports', limitImports(counts));
  app.use(['/api/invitations/preview', '/api/invitations/batch'], limitPastes(counts));
  app.use('/api/attempts/:attemptId/activity', limitActivity(counts));
  app.use('/api/attempts/:attemptId/record', limitRecords(counts));
  app.use('/api/reports', limitReports(counts));
  app.use('/api/export', limitExports(counts));
  app.use('/api/auth', staffAuth.handler);
  if (services.signOn !== undefined)
    app.use('/api/sign-on', limitSignOn(counts), signOnRoutes(services, services.signOn));
  app.get('/api/openapi.json', openApiDocument(publicUrl));
  if (options.webRoot !== undefined) app.get('/api/docs', webPage(options.webRoot));
  app.use('/api', serveContract(services));
  app.use('/api', () => {
    throw new ORPCError('NOT_FOUND', { message: 'There is no such address in the API.' });
  });
  if (options.webRoot !== undefined) app.use(webApp(options.webRoot));
  app.use(() => {
    throw new ORPCError('NOT_FOUND');
  });
  app.use(answerError(services));
  return app;
}

/** The routes of the contract. Their errors take the same way as all others: through `toApiError`. */
function serveContract(services: Services): RequestHandler {
  const handler = new OpenAPIHandler(router, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw toApiError(error, services);
        }
      },
    ],
  });
  return async (request, response, next) => {
    const { matched } = await handler.handle(request, response, {
      prefix: '/api',
      context: {
        services,
        nameRoute: (route) => nameRequest(response, route),
        sessions: readSessions(services, {
          cookie: request.get('cookie'),
          authorization: request.get('authorization'),
        }),
        setCandidateCookie: (token, expiresAt) =>
          setSessionCookie(response, services.publicUrl, candidateCookie, token, expiresAt),
        setLiveCookie: (token, expiresAt) =>
          setSessionCookie(response, services.publicUrl, liveCookie, token, expiresAt),
      },
    });
    if (!matched) next();
  };
}

/** Refuses bodies that are not JSON: nothing else has a size limit, and a form of another site can send the others. */
const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.get('transfer-encoding') !== undefined ||
    Number(request.get('content-length') ?? 0) > 0;
  if (!hasBody || request.is('application/json')) next();
  else
    next(new ORPCError('UNSUPPORTED_MEDIA_TYPE', { message: 'Send JSON, as application/json.' }));
};

const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

function answerError(services: Services): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const apiError = toApiError(error, services);
    response.status(apiError.status).json(apiError.toJSON());
  };
}
