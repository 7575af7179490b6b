import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { z } from 'zod';

/** What a test may tell it: who there is, and what the next ID tokens claim in place of the truth. */
const Order = z.object({
  people: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  /** Claims to be written over those of the next ID token; `signedBy: 'stranger'` also takes another key. */
  forge: z
    .object({
      claims: z.record(z.string(), z.unknown()),
      signedBy: z.enum(['provider', 'stranger']),
    })
    .optional(),
});

/*
 * An OpenID provider, as a process of its own. What it answers at its token endpoint can be replaced, as by somebody
 * who has taken it over, or mixes up its clients; all else is `oidc-provider` as it is.
 */
const [callbackUrl = '', signedOutUrl = ''] = process.argv.slice(2);
const keys = {
  provider: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  stranger: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
const people = new Map<string, Record<string, unknown>>();
let forged: z.infer<typeof Order>['forge'];

const server = createServer();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'assay',
      client_secret: 'the secret of this client',
      redirect_uris: [callbackUrl],
      post_logout_redirect_uris: [signedOutUrl],
    },
  ],
  jwks: {
    keys: [
      {
        ...keys.provider.privateKey.export({ format: 'jwk' }),
        kid: 'own',
        use: 'sig',
        alg: 'RS256',
      },
    ],
  },
  cookies: { keys: ['cookies of this provider'] },
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['name'],
    groups: ['groups'],
  },
  pkce: { required: () => true },
  findAccount: (_context, sub) => ({
    accountId: sub,
    claims: () => ({ sub, ...people.get(sub) }),
  }),
  // Nobody is asked whether Assay may know who they are.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope('openid email profile groups');
    await grant.save();
    return grant;
  },
});
const handle = provider.callback();
server.on('request', (request, response) => {
  if (request.url !== '/token' || forged === undefined) {
    handle(request, response);
    return;
  }
  const end = response.end.bind(response);
  // The answer is one piece of JSON.
  response.end = ((body: string | Buffer) => {
    const answer = z
      .object({ id_token: z.string() })
      .loose()
      .parse(JSON.parse(String(body)));
    const text = JSON.stringify({ ...answer, id_token: forge(answer.id_token) });
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  }) as typeof response.end;
  handle(request, response);
});

function forge(token: string): string {
  const { claims = {}, signedBy = 'provider' } = forged ?? {};
  forged = undefined;
  const [head = '', body = ''] = token.split('.');
  const truth = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const signed = `${head}.${Buffer.from(JSON.stringify({ ...truth, ...claims })).toString('base64url')}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(keys[signedBy].privateKey);
  return `${signed}.${signature.toString('base64url')}`;
}

process.on('message', (message) => {
  const order = Order.parse(message);
  for (const [sub, claims] of Object.entries(order.people ?? {})) people.set(sub, claims);
  if (order.forge !== undefined) forged = order.forge;
  process.send?.({ done: true });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ issuer });
