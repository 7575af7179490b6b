import { currentIds } from '@assay/telemetry';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** Logs requests to the API without what opens doors: cookies, and the tokens in addresses. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => currentIds().requestId ?? '',
    autoLogging: { ignore: ({ url }) => !url?.startsWith('/api/') },
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      // Its id is on every line by itself.
      req: ({ method, url }: { method: string; url: string }) => ({
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
