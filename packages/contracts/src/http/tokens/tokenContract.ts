import { oc } from '@orpc/contract';
import { z } from 'zod';
import { TokenScope } from './tokenScope.ts';

/** How long a token may work, days. Counters programs that outlive whoever knew of them. */
export const maxTokenDays = 366;

export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  start: z.string().describe('Its first characters.'),
  scopes: z.array(TokenScope),
  member: z
    .object({ id: z.string(), name: z.string() })
    .describe('Who made it, and in whose name it acts.'),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().optional().describe('To the minute; absent where it never was.'),
  revokedAt: z.iso.datetime().optional(),
  state: z.enum(['active', 'expired', 'revoked']),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const ScopeRow = z
  .object({
    scope: TokenScope,
    says: z.string(),
    routes: z.array(z.object({ method: z.string(), path: z.string(), summary: z.string() })),
  })
  .describe('A scope, and every route that it opens to the one who asks.');
export type ScopeRow = z.infer<typeof ScopeRow>;

/** Tokens of programs. They are made and ended by people alone, in a browser. */
export const tokenContract = {
  listTokens: oc
    .route({
      method: 'GET',
      path: '/tokens',
      summary: 'API tokens, newest first',
      description:
        'Admins see those of everybody, others their own. What ended more than 30 days ago is left out.',
    })
    .output(z.array(ApiToken)),
  listScopes: oc
    .route({
      method: 'GET',
      path: '/tokens/scopes',
      summary: 'Scopes that a token of mine can have, with the routes of each',
    })
    .output(z.array(ScopeRow)),
  createToken: oc
    .route({
      method: 'POST',
      path: '/tokens',
      successStatus: 201,
      summary: 'Make an API token',
      description: 'The token is shown this once: only its hash is stored.',
    })
    .input(
      z.object({
        name: z
          .string()
          .trim()
          .min(1, 'Name it after the program that will use it.')
          .max(100, 'A name has at most 100 characters.'),
        scopes: z.array(TokenScope).min(1, 'Choose what it is for.'),
        expiresInDays: z
          .int()
          .min(1, 'At least a day.')
          .max(maxTokenDays, `At most ${maxTokenDays} days.`)
          .default(90),
      }),
    )
    .output(z.object({ token: ApiToken, secret: z.string() }))
    .errors({
      TOO_MANY_TOKENS: {
        status: 409,
        message: 'You have as many tokens as one member can have. Revoke one that nobody uses.',
      },
      SCOPE_NOT_YOURS: {
        status: 422,
        message: 'Your role opens nothing in one of these areas. Leave it out.',
      },
    }),
  revokeToken: oc
    .route({
      method: 'POST',
      path: '/tokens/{tokenId}/revoke',
      summary: 'End a token',
      description: 'It stops working at once, for good. Admins may end those of everybody.',
    })
    .input(z.object({ tokenId: z.uuid() }))
    .output(ApiToken),
};
