import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** Logs requests to the API without what opens doors: cookies, and the tokens in addresses. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    autoLogging: { ignore: ({ url }) => !url?.startsWith('/api/') },
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
        id,
        method,
        url: withoutToken(url),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
}

function withoutToken(url: string): string {
  return url.replace(/\?.*/s, '?…');
}
