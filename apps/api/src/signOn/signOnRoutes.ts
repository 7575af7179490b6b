import { getCookie } from '@orpc/server/helpers';
import { type Request, type Response, Router } from 'express';
import { routes } from '#http/routes.ts';
import type { Services } from '#services.ts';
import { admitMember, type SignOnRefusal } from './admitMember.ts';
import { beginFlow, exchangeOf, flowMs, ownPath, readFlow } from './signOnFlow.ts';
import { OpenIdProvider } from './OpenIdProvider.ts';
import type { SignOnSettings } from './signOnSettings.ts';

/** What the sign-in page says in words when a sign-on fails: refusals, or of the way there and back. */
type Problem = SignOnRefusal | 'expired' | 'declined' | 'failed';

const cookieName = 'assay_sign_on';
const root = '/api/sign-on';

export const getSignOnRoute = routes.getSignOn.handler(({ context: { services } }) => ({
  ...(services.signOn && { name: services.signOn.name }),
}));

/** Where browsers go to sign in by the provider, come back, and sign out there. */
export function signOnRoutes(services: Services, settings: SignOnSettings): Router {
  const { publicUrl, secret, now } = services;
  const provider = new OpenIdProvider(settings, `${publicUrl}${root}/callback`);
  const cookie = {
    httpOnly: true,
    // The provider sends the browser back by a link, with which `lax` cookies come.
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: root,
  } as const;
  const router = Router();

  router.get('/start', (request, response, next) => {
    const flow = beginFlow(ownPath(request.query['next'], publicUrl), now());
    provider
      .authorizationUrl(exchangeOf(secret, flow))
      .then(
        (url) => {
          response.cookie(cookieName, flow, { ...cookie, maxAge: flowMs });
          response.redirect(303, url.href);
        },
        (error: unknown) => fail(services, response, 'failed', error),
      )
      .catch(next);
  });

  router.get('/callback', (request, response, next) => {
    response.clearCookie(cookieName, cookie);
    finish(request, response).catch(next);
  });

  async function finish(request: Request, response: Response): Promise<void> {
    const flow = getCookie(new Headers({ cookie: request.get('cookie') ?? '' }), cookieName);
    const target = flow === undefined ? undefined : readFlow(flow, now());
    if (flow === undefined || target === undefined) return fail(services, response, 'expired');
    const exchange = exchangeOf(secret, flow);
    // An answer to somebody else's question, or to none: another person may have made it.
    if (request.query['state'] !== exchange.state) return fail(services, response, 'expired');
    if (request.query['error'] === 'access_denied') return fail(services, response, 'declined');
    try {
      const claims = await provider.readAnswer(
        new URL(request.originalUrl, publicUrl).search,
        exchange,
      );
      const admission = await admitMember(services, settings, claims);
      if (!admission.ok) return fail(services, response, admission.why);
      for (const session of await services.staffAuth.openSession(admission.memberId))
        response.append('set-cookie', session);
      response.redirect(303, ownPath(target.next, publicUrl));
    } catch (error) {
      fail(services, response, 'failed', error);
    }
  }

  router.get('/sign-out', (_request, response, next) => {
    const home = `${publicUrl}/sign-in`;
    provider
      .endSessionUrl(home)
      .then(
        (url) => response.redirect(303, url?.href ?? home),
        (error: unknown) => fail(services, response, 'failed', error),
      )
      .catch(next);
  });

  return router;
}

/** Back to the sign-in page. The log gets what went wrong, without what the provider had answered. */
function fail({ logger }: Services, response: Response, problem: Problem, error?: unknown): void {
  if (error instanceof Error) {
    const code = 'code' in error ? error.code : error.name;
    logger.warn({ problem, code, reason: error.message }, 'A sign-on failed');
  }
  response.redirect(303, `/sign-in?problem=${problem}`);
}
