import { asStaff, routes } from '#http/routes.ts';
import { scopesOf } from './scopesOf.ts';

export const listScopesRoute = routes.tokens.listScopes
  .use(asStaff)
  .handler(({ context: { member } }) => scopesOf(member.role));
