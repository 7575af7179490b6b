import type { ApiToken, Member, TokenScope } from '@assay/contracts/http';
import { countApiTokens, findApiToken, insertApiToken, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { newBearerToken } from '#sessions/bearerToken.ts';
import { hashToken } from '#sessions/secretToken.ts';
import { scopesOf } from './scopesOf.ts';
import { presentToken } from './presentToken.ts';

/** Tokens of one member that work at a time. Counters a program that makes them. */
const maxTokens = 50;
/** Characters of a token by which people know it: its prefix, and 24 of its 256 bits. */
const shownStart = 10;
const dayMs = 24 * 60 * 60_000;

export const createTokenRoute = routes.tokens.createToken
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { token, secret } = unwrap(await createToken(services, member, input));
    return { token, secret };
  });

/** Makes a token in the name of a member. Only its hash is kept. */
async function createToken(
  { db, now }: Services,
  member: Member,
  input: { name: string; scopes: TokenScope[]; expiresInDays: number },
): Promise<{ ok: true; token: ApiToken; secret: string } | Refusal> {
  const allowed = scopesOf(member.role).map(({ scope }) => scope);
  const scopes = allowed.filter((scope) => input.scopes.includes(scope));
  if (input.scopes.some((scope) => !allowed.includes(scope))) return scopeNotYours;
  const at = now();
  const id = crypto.randomUUID();
  const secret = newBearerToken();
  return db.transaction(
    async (tx): Promise<{ ok: true; token: ApiToken; secret: string } | Refusal> => {
      if ((await countApiTokens(tx, member.id, at)) >= maxTokens) return tooManyTokens;
      const expiresAt = new Date(at.getTime() + input.expiresInDays * dayMs);
      await insertApiToken(tx, {
        id,
        memberId: member.id,
        name: input.name,
        tokenHash: hashToken(secret),
        start: secret.slice(0, shownStart),
        scopes,
        createdAt: at,
        expiresAt,
      });
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: 'token.created',
        subject: `token:${id}`,
        detail: { scopes, expiresAt: expiresAt.toISOString() },
      });
      const record = await findApiToken(tx, id);
      return record === undefined
        ? notFound
        : { ok: true, token: presentToken(record, at), secret };
    },
  );
}

const tooManyTokens = refusal(
  'TOO_MANY_TOKENS',
  409,
  'You have as many tokens as one member can have. Revoke one that nobody uses.',
);
const scopeNotYours = refusal(
  'SCOPE_NOT_YOURS',
  422,
  'Your role opens nothing in one of these areas. Leave it out.',
);
