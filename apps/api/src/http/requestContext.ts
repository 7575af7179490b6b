import { randomUUID } from 'node:crypto';
import { inSpan, isTracing, type Span, withIds } from '@assay/telemetry';
import type { Request, RequestHandler, Response } from 'express';
import type { ApiMetrics } from '#metrics/ApiMetrics.ts';

/** An id that a proxy may give a request: nothing that could forge a line of a log. */
const givenId = /^[\w-]{8,64}$/;

const unnamed = 'other';

/**
 * Does all that follows under the id of the request, which its answer tells, counts how long it took, and makes a span
 * of it where traces are sent. Only the API's own addresses count: files of the web app are no work.
 */
export function requestContext(metrics: ApiMetrics): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const requestId = given !== undefined && givenId.test(given) ? given : randomUUID();
    response.set('x-request-id', requestId);
    if (request.path.startsWith('/api/')) measure(metrics, request, response);
    withIds({ requestId }, () => {
      if (isTracing() && request.path.startsWith('/api/')) void trace(request, response, next);
      else next();
    });
  };
}

/** Says which route of the contract a request is for, once that is known. */
export function nameRequest(response: Response, route: string): void {
  response.locals['route'] = route;
}

function routeOf({ locals }: Response): string {
  const route: unknown = locals['route'];
  return typeof route === 'string' ? route : unnamed;
}

function measure(metrics: ApiMetrics, { method }: Request, response: Response): void {
  const from = performance.now();
  response.once('close', () => {
    const status = `${Math.trunc(response.statusCode / 100)}xx`;
    metrics.request(
      { route: routeOf(response), method, status },
      (performance.now() - from) / 1_000,
    );
  });
}

function trace(request: Request, response: Response, next: () => void): Promise<void> {
  const { method } = request;
  return inSpan(
    method,
    {
      kind: 'server',
      from: request.get('traceparent'),
      attributes: { 'http.request.method': method },
    },
    (span: Span) =>
      new Promise((resolve) => {
        response.once('close', () => {
          const route = routeOf(response);
          span.rename(`${method} ${route}`);
          span.set({ 'http.route': route, 'http.response.status_code': response.statusCode });
          resolve();
        });
        next();
      }),
  );
}
