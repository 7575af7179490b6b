import { ORPCError } from '@orpc/server';
import type { RequestHandler } from 'express';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a page of this origin is ours: it came from the host that it now calls, or from the public address. */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}

/** Refuses changes that a page of somebody else sends with our visitors' cookies. Programs send no Origin. */
export function originCheck(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('origin');
    if (
      safeMethods.has(request.method) ||
      origin === undefined ||
      isOwnOrigin(origin, request.get('host'), publicUrl)
    ) {
      next();
      return;
    }
    next(
      new ORPCError('FORBIDDEN', { message: 'This request comes from a page of another site.' }),
    );
  };
}
