import { createHmac } from 'node:crypto';
import type { IceServer } from '@assay/contracts/live';
import { z } from 'zod';

/** How long a browser may use a TURN server with what it was given, ms. Longer than any session. */
const credentialMs = 12 * 60 * 60_000;

/** What an operator may set about calls, as part of an environment. */
export const callEnvironment = {
  ASSAY_ICE_SERVERS: z
    .string()
    .regex(
      /^\s*(stuns?|turns?):[^\s/@]+(\s+(stuns?|turns?):[^\s/@]+)*\s*$/,
      'must be stun: and turn: addresses, separated by spaces',
    )
    .optional()
    .describe('`stun:` and `turn:` servers for [calls](operating.md#calls), separated by spaces'),
  ASSAY_TURN_SECRET: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('the secret that the TURN servers among them share with us'),
};

type CallEnvironment = {
  ASSAY_ICE_SERVERS?: string | undefined;
  ASSAY_TURN_SECRET?: string | undefined;
};

export const turnHasSecret = ({ ASSAY_ICE_SERVERS, ASSAY_TURN_SECRET }: CallEnvironment) =>
  ASSAY_TURN_SECRET !== undefined || !/(^|\s)turns?:/.test(ASSAY_ICE_SERVERS ?? '');

export const turnNeedsSecret = {
  path: ['ASSAY_TURN_SECRET'],
  error: 'must be the secret of the TURN servers in ASSAY_ICE_SERVERS',
};

export type CallSettings = { iceServers?: string[]; turnSecret?: string };

export function readCallSettings(env: CallEnvironment): CallSettings {
  const { ASSAY_ICE_SERVERS: servers = '', ASSAY_TURN_SECRET: turnSecret } = env;
  return {
    iceServers: servers.split(/\s+/).filter((address) => address !== ''),
    ...(turnSecret !== undefined && { turnSecret }),
  };
}

/**
 * What a browser needs to use the servers. For TURN a name and a password that end by themselves, as coturn's
 * `use-auth-secret` expects them (draft-uberti-behave-turn-rest-00): the secret itself reaches nobody.
 */
export function listIceServers(
  { iceServers = [], turnSecret }: CallSettings,
  participantId: string,
  now: Date,
): IceServer[] {
  const until = Math.floor((now.getTime() + credentialMs) / 1_000);
  const username = `${until}:${participantId}`;
  return iceServers.map((urls) => {
    if (turnSecret === undefined || !/^turns?:/.test(urls)) return { urls };
    const credential = createHmac('sha1', turnSecret).update(username).digest('base64');
    return { urls, username, credential };
  });
}
