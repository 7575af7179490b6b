import { randomUUID } from 'node:crypto';
import type { Pair, Refreshed, SessionInfo, SessionStore, StoreOptions } from './contract.ts';
import { digestOf, newToken } from './secretToken.ts';
import { type Session, useOf } from './session.ts';

/** Sessions in memory. A refresh token is replaced with each use; the use of a copy ends the session. */
export class RotatingSessions implements SessionStore {
  readonly #options: StoreOptions;
  /** In the order of their last refresh, so that those that idle too long stand first. */
  readonly #sessions = new Map<string, Session>();
  readonly #byRefreshToken = new Map<string, Session>();
  readonly #byAccessToken = new Map<string, Session>();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  create(userId: string, device: string): Pair {
    this.#dropIdle();
    const now = Date.now();
    const session: Session = {
      sessionId: randomUUID(),
      userId,
      device,
      createdAt: now,
      refreshedAt: now,
      current: '',
      refreshTokens: new Set(),
      accessTokens: new Map(),
    };
    return this.#givePair(session, now);
  }

  check(accessToken: string): { userId: string; sessionId: string } | undefined {
    const digest = digestOf(accessToken);
    const session = this.#living(this.#byAccessToken.get(digest));
    const endsAt = session?.accessTokens.get(digest) ?? 0;
    if (!session || Date.now() >= endsAt) return undefined;
    return { userId: session.userId, sessionId: session.sessionId };
  }

  refresh(refreshToken: string): Refreshed {
    const now = Date.now();
    const digest = digestOf(refreshToken);
    const session = this.#living(this.#byRefreshToken.get(digest));
    if (!session) return { ok: false, reason: 'unknown' };
    switch (useOf(session, digest, now)) {
      case 'current':
        session.previous = { digest, graceUntil: now + this.#options.graceMs };
        return { ok: true, pair: this.#givePair(session, now) };
      case 'lost answer':
        return { ok: true, pair: this.#givePair(session, now) };
      case 'reuse':
        this.#drop(session);
        return { ok: false, reason: 'reused' };
    }
  }

  list(userId: string): SessionInfo[] {
    return this.#sessionsOf(userId)
      .toSorted((one, other) => one.createdAt - other.createdAt)
      .map(({ sessionId, device, createdAt, refreshedAt }) => ({
        sessionId,
        device,
        createdAt,
        refreshedAt,
      }));
  }

  revoke(sessionId: string): boolean {
    const session = this.#living(this.#sessions.get(sessionId));
    if (session) this.#drop(session);
    return session !== undefined;
  }

  revokeAll(userId: string, exceptSessionId?: string): number {
    const revoked = this.#sessionsOf(userId).filter(
      ({ sessionId }) => sessionId !== exceptSessionId,
    );
    for (const session of revoked) this.#drop(session);
    return revoked.length;
  }

  size(): number {
    return this.#sessions.size;
  }

  #sessionsOf(userId: string): Session[] {
    return this.#allLiving().filter((session) => session.userId === userId);
  }

  #givePair(session: Session, now: number): Pair {
    const { sessionId, accessTokens, refreshTokens } = session;
    const [accessToken, refreshToken] = [newToken(), newToken()];
    this.#dropOldAccessTokens(session, now);
    accessTokens.set(digestOf(accessToken), now + this.#options.accessMs);
    this.#byAccessToken.set(digestOf(accessToken), session);
    session.current = digestOf(refreshToken);
    refreshTokens.add(session.current);
    this.#byRefreshToken.set(session.current, session);
    session.refreshedAt = now;
    this.#sessions.delete(sessionId);
    this.#sessions.set(sessionId, session);
    return { sessionId, accessToken, refreshToken };
  }

  #dropOldAccessTokens({ accessTokens }: Session, now: number): void {
    for (const [digest, endsAt] of accessTokens) {
      if (now < endsAt) return;
      accessTokens.delete(digest);
      this.#byAccessToken.delete(digest);
    }
  }

  /** The only place that says when a session ends by itself. */
  #hasEnded({ createdAt, refreshedAt }: Session): boolean {
    const { idleMs, absoluteMs } = this.#options;
    return Date.now() >= Math.min(refreshedAt + idleMs, createdAt + absoluteMs);
  }

  #living(session: Session | undefined): Session | undefined {
    return session && !this.#hasEnded(session) ? session : undefined;
  }

  #allLiving(): Session[] {
    return [...this.#sessions.values()].filter((session) => !this.#hasEnded(session));
  }

  /** Lets go of what nobody can use any more. Each session is dropped once, so this is cheap on average. */
  #dropIdle(): void {
    for (const session of this.#sessions.values()) {
      if (!this.#hasEnded(session)) return;
      this.#drop(session);
    }
  }

  #drop({ sessionId, refreshTokens, accessTokens }: Session): void {
    this.#sessions.delete(sessionId);
    for (const digest of refreshTokens) this.#byRefreshToken.delete(digest);
    for (const digest of accessTokens.keys()) this.#byAccessToken.delete(digest);
  }
}
