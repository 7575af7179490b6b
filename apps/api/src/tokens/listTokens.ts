import { listApiTokens } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { presentToken } from './presentToken.ts';

/** How long a token is listed after its end, ms: long enough to see why a program stopped. */
const listedAfterEndMs = 30 * 24 * 60 * 60_000;

export const listTokensRoute = routes.tokens.listTokens
  .use(asStaff)
  .handler(async ({ context: { services, member } }) => {
    const now = services.now();
    const tokens = await listApiTokens(services.db, {
      ...(member.role !== 'admin' && { memberId: member.id }),
      since: new Date(now.getTime() - listedAfterEndMs),
    });
    return tokens.map((token) => presentToken(token, now));
  });
