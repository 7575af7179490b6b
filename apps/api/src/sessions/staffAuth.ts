import type { RequestListener } from 'node:http';
import { createHash } from 'node:crypto';
import { StaffRole, type Member } from '@assay/contracts/http';
import { authStorage, type Database, findMember, recordAudit } from '@assay/db';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { toNodeHandler } from 'better-auth/node';
import { magicLink } from 'better-auth/plugins';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isOwnOrigin } from '#http/originCheck.ts';

/** How long a one-time sign-in link works, s. */
const linkSeconds = 24 * 60 * 60;

export type StaffAuth = {
  /** Serves `/api/auth/*`. */
  handler: (...exchange: Parameters<RequestListener>) => Promise<void>;
  findMember(headers: Headers): Promise<Member | undefined>;
  /** Sets or replaces a password, and ends all sessions but the one that asks. */
  setPassword(memberId: string, password: string, headers: Headers): Promise<void>;
  /** Opens a session for a member who has proved elsewhere who they are; answers its `Set-Cookie`s. */
  openSession(memberId: string): Promise<string[]>;
  /** A new link that signs the member with this address in, once, within a day. */
  createSignInLink(email: string): Promise<string>;
};

const SignedIn = z.object({ id: z.string(), name: z.string(), email: z.email(), role: StaffRole });
const Delivery = z.object({
  deliver: z.custom<(token: string) => void>((value) => typeof value === 'function'),
});

/** Without a path it is no route: our own code alone opens sessions by it. */
const openSessions = {
  id: 'open-sessions',
  endpoints: {
    openSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ memberId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const { memberId } = context.body;
        const user = await internalAdapter.findUserById(memberId);
        const session = user && (await internalAdapter.createSession(memberId));
        if (!user || !session) throw new Error('There is no such member.');
        await setSessionCookie(context, { session, user });
        return context.json({});
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** Sign-in of staff by password, one-time link, or a provider. Nobody can sign up: admins add members. */
export function createStaffAuth(options: {
  db: Database;
  publicUrl: string;
  secret: string;
  logger: Logger;
}): StaffAuth {
  const { db, publicUrl, secret, logger } = options;
  const auth = betterAuth({
    appName: 'Assay',
    baseURL: publicUrl,
    basePath: '/api/auth',
    // better-auth asks for a long secret; whatever ours looks like, this one is.
    secret: createHash('sha256').update(`better-auth:${secret}`).digest('hex'),
    database: authStorage(db),
    // However somebody proves who they are: whose access was taken away gets no session.
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) =>
            (await findMember(db, userId)) === undefined ? false : undefined,
          after: ({ userId }) =>
            recordAudit(db, {
              at: new Date(),
              actor: `staff:${userId}`,
              action: 'member.signed_in',
              subject: `member:${userId}`,
            }),
        },
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    plugins: [
      openSessions,
      magicLink({
        disableSignUp: true,
        expiresIn: linkSeconds,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => Delivery.parse(metadata).deliver(token),
      }),
    ],
    // There is no mailer, so nobody may ask for links over HTTP; and a role or an address is for admins to change.
    disabledPaths: ['/sign-in/magic-link', '/change-email', '/update-user', '/delete-user'],
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      const host = request?.headers.get('host') ?? undefined;
      return origin && isOwnOrigin(origin, host, publicUrl) ? [origin] : [];
    },
    // Ours counts by address for all of the API.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: 'assay' },
    logger: {
      level: 'warn',
      log: (level, message) => logger[level]({ from: 'better-auth' }, message),
    },
  });

  return {
    openSession: async (memberId) => {
      const { headers } = await auth.api.openSession({ body: { memberId }, returnHeaders: true });
      return headers.getSetCookie();
    },
    handler: toNodeHandler(auth),
    findMember: async (headers) => {
      const session = await auth.api.getSession({ headers });
      return session === null ? undefined : SignedIn.parse(session.user);
    },
    setPassword: async (memberId, password, headers) => {
      const { internalAdapter, password: hashing } = await auth.$context;
      const hash = await hashing.hash(password);
      const accounts = await internalAdapter.findAccounts(memberId);
      if (accounts.some(({ providerId }) => providerId === 'credential')) {
        await internalAdapter.updatePassword(memberId, hash);
      } else {
        await internalAdapter.linkAccount({
          userId: memberId,
          accountId: memberId,
          providerId: 'credential',
          password: hash,
        });
      }
      await auth.api.revokeOtherSessions({ headers });
    },
    createSignInLink: async (email) => {
      const { promise, resolve } = Promise.withResolvers<string>();
      await auth.api.signInMagicLink({
        body: { email, metadata: { deliver: resolve } },
        headers: new Headers(),
      });
      return `${publicUrl}/sign-in/${await promise}`;
    },
  };
}
