export type StoreOptions = {
  /** So long an access token is good. */
  accessMs: number;
  /** A session ends so long after its last refresh. */
  idleMs: number;
  /** A session ends so long after its creation. */
  absoluteMs: number;
  /** So long a replaced refresh token may still be used. */
  graceMs: number;
};

export type Pair = { sessionId: string; accessToken: string; refreshToken: string };

export type Refreshed = { ok: true; pair: Pair } | { ok: false; reason: 'reused' | 'unknown' };

export type SessionInfo = {
  sessionId: string;
  device: string;
  /** ms since 1970, as is refreshedAt. */
  createdAt: number;
  refreshedAt: number;
};

export type SessionStore = {
  create(userId: string, device: string): Pair;
  check(accessToken: string): { userId: string; sessionId: string } | undefined;
  refresh(refreshToken: string): Refreshed;
  list(userId: string): SessionInfo[];
  revoke(sessionId: string): boolean;
  revokeAll(userId: string, exceptSessionId?: string): number;
  size(): number;
};
