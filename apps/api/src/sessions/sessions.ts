import type { Member, TokenScope } from '@assay/contracts/http';
import {
  type LiveParticipantRecord,
  findLiveParticipantByTokenHash,
  findSessionAttempt,
  findTokenHolder,
  touchApiToken,
} from '@assay/db';
import { getCookie } from '@orpc/server/helpers';
import type { Services } from '#services.ts';
import { readBearer } from './bearerToken.ts';
import { candidateCookie, liveCookie } from './sessionCookies.ts';
import { hashToken } from './secretToken.ts';

/** Who of staff is there: by a session, with all that their role may do, or by a token, with its scopes of that. */
export type StaffCaller =
  | { member: Member; scopes: 'all' }
  | { member: Member; scopes: readonly TokenScope[]; tokenId: string };

/** Who sends a request or holds a socket. One browser may be several: an admin who tries an invitation. */
export type Sessions = {
  /** The attempt of the candidate's session. */
  candidateAttempt(): Promise<string | undefined>;
  /** Whoever holds a personal link to a live session, unless they were taken out of it. */
  liveParticipant(): Promise<LiveParticipantRecord | undefined>;
  staff(): Promise<StaffCaller | undefined>;
  /** Sets the password of the member who asks, and ends their other sessions. */
  setPassword(memberId: string, password: string): Promise<void>;
};

type Reading = Pick<Services, 'db' | 'staffAuth' | 'now'>;

/** Reads the sessions from the headers of a request. Beside a token its cookies count for nothing. */
export function readSessions(
  { db, staffAuth, now }: Reading,
  { cookie, authorization }: { cookie?: string | undefined; authorization?: string | undefined },
): Sessions {
  const bearer = readBearer(authorization);
  const headers = new Headers(cookie === undefined || bearer !== undefined ? {} : { cookie });
  return {
    candidateAttempt: async () => {
      const token = getCookie(headers, candidateCookie);
      return token === undefined ? undefined : findSessionAttempt(db, hashToken(token), now());
    },
    liveParticipant: async () => {
      const token = getCookie(headers, liveCookie);
      const found =
        token === undefined
          ? undefined
          : await findLiveParticipantByTokenHash(db, hashToken(token));
      return found?.removedAt === null ? found : undefined;
    },
    staff: async () => {
      if (bearer !== undefined) return findHolder({ db, now }, bearer);
      const member = await staffAuth.findMember(headers);
      return member && { member, scopes: 'all' };
    },
    setPassword: (memberId, password) => staffAuth.setPassword(memberId, password, headers),
  };
}

async function findHolder(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  token: string,
): Promise<StaffCaller | undefined> {
  const at = now();
  const holder = await findTokenHolder(db, hashToken(token), at);
  if (holder === undefined) return undefined;
  await touchApiToken(db, holder, at);
  const { member, scopes, tokenId } = holder;
  return { member, scopes, tokenId };
}
