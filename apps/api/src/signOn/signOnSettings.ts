import { StaffRole } from '@assay/contracts/http';
import { z } from 'zod';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** What an operator may set about sign-on by an OpenID provider, as part of an environment. */
export const signOnEnvironment = {
  ASSAY_OIDC_ISSUER: z
    .url('must be the https:// address of an OpenID provider')
    .refine((text) => {
      const { protocol, hostname } = new URL(text);
      return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
    }, 'must be the https:// address of an OpenID provider')
    .optional()
    .describe(
      'the issuer for [single sign-on](operating.md#single-sign-on), as its discovery document names it; `https://`, but on this machine',
    ),
  ASSAY_OIDC_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe('the client that is registered there; needed with an issuer'),
  ASSAY_OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('its secret, sent by `client_secret_basic`; needed with an issuer'),
  ASSAY_OIDC_NAME: z
    .string()
    .min(1)
    .max(60)
    .default('single sign-on')
    .describe('what the button says: "Sign in with …"'),
  ASSAY_OIDC_SCOPES: z
    .string()
    .refine((text) => words(text).includes('openid'), 'must hold openid')
    .default('openid email profile')
    .describe('what is asked for; add what the role claim needs'),
  ASSAY_OIDC_DOMAINS: z
    .string()
    .optional()
    .describe('domains of addresses that may sign in, separated by spaces; all unless set'),
  ASSAY_OIDC_UNKNOWN: z
    .enum(['refuse', 'create'], 'must be refuse or create')
    .default('refuse')
    .describe(
      '`create` makes members of those who are none yet; needs domains, and a way to a role',
    ),
  ASSAY_OIDC_DEFAULT_ROLE: StaffRole.optional().describe(
    '`admin`, `reviewer`, `interviewer` or `author`, for whom nothing else gives a role',
  ),
  ASSAY_OIDC_ROLE_CLAIM: z
    .string()
    .min(1)
    .optional()
    .describe('the claim that roles are read from: `groups`, `realm_access.roles`'),
  ASSAY_OIDC_ROLES: z
    .string()
    .refine(
      (text) => words(text).every((pair) => StaffRole.safeParse(pair.split('=').at(-1)).success),
      'must be pairs as assay-admins=admin, separated by spaces',
    )
    .optional()
    .describe(
      'which of its values means which role, the first that somebody has: `assay-admins=admin staff=reviewer`',
    ),
};

export type SignOnEnvironment = z.infer<z.ZodObject<typeof signOnEnvironment>>;

export const providerIsComplete = (env: SignOnEnvironment): boolean =>
  env.ASSAY_OIDC_ISSUER === undefined ||
  (env.ASSAY_OIDC_CLIENT_ID !== undefined && env.ASSAY_OIDC_CLIENT_SECRET !== undefined);
export const providerNeedsClient = {
  path: ['ASSAY_OIDC_ISSUER'],
  error: 'needs ASSAY_OIDC_CLIENT_ID and ASSAY_OIDC_CLIENT_SECRET',
};

/** Counters a public provider that makes everybody with an account there a member. */
export const creatingIsBounded = (env: SignOnEnvironment): boolean =>
  env.ASSAY_OIDC_UNKNOWN === 'refuse' ||
  (words(env.ASSAY_OIDC_DOMAINS ?? '').length > 0 &&
    (env.ASSAY_OIDC_DEFAULT_ROLE !== undefined || env.ASSAY_OIDC_ROLE_CLAIM !== undefined));
export const creatingNeedsBounds = {
  path: ['ASSAY_OIDC_UNKNOWN'],
  error:
    'is create, which needs ASSAY_OIDC_DOMAINS, and ASSAY_OIDC_DEFAULT_ROLE or ASSAY_OIDC_ROLE_CLAIM',
};

export type SignOnSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  scopes: string;
  /** In lower case; empty where all are. */
  domains: string[];
  createsUnknown: boolean;
  defaultRole?: StaffRole | undefined;
  roleClaim?: string | undefined;
  roles: { value: string; role: StaffRole }[];
};

/** How members sign in by a provider; `undefined` where they do not. */
export function readSignOnSettings(env: SignOnEnvironment): SignOnSettings | undefined {
  const {
    ASSAY_OIDC_ISSUER: issuer,
    ASSAY_OIDC_CLIENT_ID: clientId,
    ASSAY_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    return undefined;
  return {
    issuer,
    clientId,
    clientSecret,
    name: env.ASSAY_OIDC_NAME,
    scopes: words(env.ASSAY_OIDC_SCOPES).join(' '),
    domains: words(env.ASSAY_OIDC_DOMAINS ?? '').map((domain) => domain.toLowerCase()),
    createsUnknown: env.ASSAY_OIDC_UNKNOWN === 'create',
    defaultRole: env.ASSAY_OIDC_DEFAULT_ROLE,
    roleClaim: env.ASSAY_OIDC_ROLE_CLAIM,
    roles: words(env.ASSAY_OIDC_ROLES ?? '').map((pair) => ({
      value: pair.slice(0, pair.lastIndexOf('=')),
      role: StaffRole.parse(pair.slice(pair.lastIndexOf('=') + 1)),
    })),
  };
}
