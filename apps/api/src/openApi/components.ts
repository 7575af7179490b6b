import { TokenScope, tokenScopes } from '@assay/contracts/http';
import type { OpenAPI } from '@orpc/openapi';
import { candidateCookie, liveCookie } from '#sessions/sessionCookies.ts';

const scopes = TokenScope.options.map((scope) => `- \`${scope}\`: ${tokenScopes[scope]}`);

/** What operations share: ways to say who one is, and failures that all of them know. */
export const components: OpenAPI.ComponentsObject = {
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'assay_…',
      description: `A token that a member makes at *API tokens*. Its scopes:\n\n${scopes.join('\n')}`,
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'assay.session_token',
      description: 'A member of staff who is signed in with a browser.',
    },
    candidate: {
      type: 'apiKey',
      in: 'cookie',
      name: candidateCookie,
      description: 'A candidate who has opened the link of their invitation, for that attempt.',
    },
    participant: {
      type: 'apiKey',
      in: 'cookie',
      name: liveCookie,
      description: 'Somebody who has opened their link to a live session, for that session.',
    },
  },
  schemas: {
    Problem: {
      type: 'object',
      description: 'What a failure says.',
      required: ['defined', 'code', 'status', 'message'],
      properties: {
        defined: { type: 'boolean', description: 'Whether the operation lists this `code`.' },
        code: { type: 'string', description: 'For programs; it does not change.' },
        status: { type: 'integer', description: 'The status of the response, once more.' },
        message: {
          type: 'string',
          description: 'For people: what happened, and what to do. Its wording may change.',
        },
        data: {
          description: 'More about it, as `issues` with `path` and `message` of each field.',
        },
      },
    },
  },
  responses: {
    BadRequest: { description: 'The request does not fit; `data.issues` says where.' },
    Unauthorised: {
      description: 'Nobody is signed in, or the token is unknown, expired or revoked.',
    },
    Forbidden: {
      description:
        'The role does not allow it (`FORBIDDEN`), the token lacks the scope (`SCOPE_MISSING`), or a person has to do it (`PEOPLE_ONLY`).',
    },
    NotFound: {
      description: 'There is no such thing, or it is not theirs to see: one answer for both.',
    },
    TooManyRequests: {
      description: 'Too many requests; the header `RateLimit` says when to go on.',
    },
    Failure: {
      description: 'Every failure has a body of this kind.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
};
