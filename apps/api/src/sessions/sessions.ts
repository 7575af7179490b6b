import type { Member } from '@assay/contracts/http';
import {
  type LiveParticipantRecord,
  findLiveParticipantByTokenHash,
  findSessionAttempt,
} from '@assay/db';
import { getCookie } from '@orpc/server/helpers';
import type { Services } from '#services.ts';
import { candidateCookie, liveCookie } from './sessionCookies.ts';
import { hashToken } from './secretToken.ts';

/** Who sends a request or holds a socket. One browser may be both: an admin who tries an invitation. */
export type Sessions = {
  /** The attempt of the candidate's session. */
  candidateAttempt(): Promise<string | undefined>;
  /** Whoever holds a personal link to a live session, unless they were taken out of it. */
  liveParticipant(): Promise<LiveParticipantRecord | undefined>;
  member(): Promise<Member | undefined>;
  /** Sets the password of the member who asks, and ends their other sessions. */
  setPassword(memberId: string, password: string): Promise<void>;
};

/** Reads the sessions from the cookies of a request. */
export function readSessions(
  { db, staffAuth, now }: Pick<Services, 'db' | 'staffAuth' | 'now'>,
  cookie: string | undefined,
): Sessions {
  const headers = new Headers(cookie === undefined ? {} : { cookie });
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
    member: () => staffAuth.findMember(headers),
    setPassword: (memberId, password) => staffAuth.setPassword(memberId, password, headers),
  };
}
