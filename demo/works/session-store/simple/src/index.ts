import { randomUUID } from 'node:crypto';
import type { SessionStore, StoreOptions } from './contract.ts';

export type * from './contract.ts';

const newToken = () => randomUUID() + randomUUID();

/** Tokens are replaced on each refresh; the one before works for a while longer. */
export function createSessionStore(options: StoreOptions): SessionStore {
  const { accessMs, idleMs, absoluteMs, graceMs } = options;
  const sessions: any[] = [];

  const isOver = (s: any) =>
    Date.now() > s.refreshedAt + idleMs || Date.now() > s.createdAt + absoluteMs;
  const alive = () => sessions.filter((s) => !s.revoked && !isOver(s));

  return {
    create(userId, device) {
      const session = {
        sessionId: randomUUID(),
        userId,
        device,
        createdAt: Date.now(),
        refreshedAt: Date.now(),
        refreshToken: newToken(),
        oldToken: null as string | null,
        oldUntil: 0,
        access: [{ token: newToken(), until: Date.now() + accessMs }],
      };
      sessions.push(session);
      return {
        sessionId: session.sessionId,
        accessToken: session.access[0]!.token,
        refreshToken: session.refreshToken,
      };
    },
    check(accessToken) {
      for (const s of alive()) {
        for (const a of s.access) {
          if (a.token === accessToken && Date.now() < a.until) {
            return { userId: s.userId, sessionId: s.sessionId };
          }
        }
      }
      return undefined;
    },
    refresh(refreshToken) {
      const s = alive().find(
        (one) => one.refreshToken === refreshToken || one.oldToken === refreshToken,
      );
      if (!s) return { ok: false, reason: 'unknown' };
      if (s.oldToken === refreshToken && Date.now() >= s.oldUntil) {
        s.revoked = true;
        return { ok: false, reason: 'reused' };
      }
      if (s.refreshToken === refreshToken) {
        s.oldToken = refreshToken;
        s.oldUntil = Date.now() + graceMs;
      }
      s.refreshToken = newToken();
      s.refreshedAt = Date.now();
      const accessToken = newToken();
      s.access.push({ token: accessToken, until: Date.now() + accessMs });
      return {
        ok: true,
        pair: { sessionId: s.sessionId, accessToken, refreshToken: s.refreshToken },
      };
    },
    list(userId) {
      return alive()
        .filter((s) => s.userId === userId)
        .map(({ sessionId, device, createdAt, refreshedAt }) => ({
          sessionId,
          device,
          createdAt,
          refreshedAt,
        }));
    },
    revoke(sessionId) {
      const s = alive().find((one) => one.sessionId === sessionId);
      if (s) s.revoked = true;
      return s !== undefined;
    },
    revokeAll(userId, exceptSessionId) {
      const list = alive().filter((s) => s.userId === userId && s.sessionId !== exceptSessionId);
      for (const s of list) s.revoked = true;
      return list.length;
    },
    size() {
      return alive().length;
    },
  };
}
