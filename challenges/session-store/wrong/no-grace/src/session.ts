/** One person signed in on one device. Tokens stand here as digests. */
export type Session = {
  readonly sessionId: string;
  readonly userId: string;
  readonly device: string;
  /** ms since 1970, as are the other times. */
  readonly createdAt: number;
  refreshedAt: number;
  /** The refresh token that the client should have. */
  current: string;
  /** The one before, which a client still has whose answer got lost; and until when it may use it. */
  previous?: { digest: string; graceUntil: number };
  /** Every refresh token that was given out, so that a copy is recognised for as long as the session lasts. */
  readonly refreshTokens: Set<string>;
  /** Access tokens by digest, with when each ends, oldest first. */
  readonly accessTokens: Map<string, number>;
};

export type Use = 'current' | 'lost answer' | 'reuse';

/** What it means that somebody sends this refresh token of the session. */
export function useOf(session: Session, digest: string, _now: number): Use {
  return digest === session.current ? 'current' : 'reuse';
}
