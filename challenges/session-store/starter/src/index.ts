import { randomUUID } from 'node:crypto';
import type { SessionStore, StoreOptions } from './contract.ts';

export type * from './contract.ts';

type Session = {
  sessionId: string;
  userId: string;
  device: string;
  createdAt: number;
  token: string;
};

/** The store as it was tested: see the statement for the findings. */
export function createSessionStore({ idleMs }: StoreOptions): SessionStore {
  const sessions = new Map<string, Session>();
  const alive = (session: Session) => Date.now() < session.createdAt + idleMs;

  return {
    create(userId, device) {
      const token = randomUUID();
      const sessionId = randomUUID();
      sessions.set(token, { sessionId, userId, device, createdAt: Date.now(), token });
      return { sessionId, accessToken: token, refreshToken: token };
    },
    check(token) {
      const session = sessions.get(token);
      return session && alive(session)
        ? { userId: session.userId, sessionId: session.sessionId }
        : undefined;
    },
    refresh(token) {
      const session = sessions.get(token);
      if (!session) return { ok: false, reason: 'unknown' };
      session.createdAt = Date.now();
      return {
        ok: true,
        pair: { sessionId: session.sessionId, accessToken: token, refreshToken: token },
      };
    },
    list(userId) {
      return [...sessions.values()]
        .filter((session) => session.userId === userId)
        .map(({ sessionId, device, createdAt }) => ({
          sessionId,
          device,
          createdAt,
          refreshedAt: createdAt,
        }));
    },
    revoke(sessionId) {
      const session = [...sessions.values()].find((one) => one.sessionId === sessionId);
      return session !== undefined && sessions.delete(session.token);
    },
    revokeAll(userId) {
      return this.list(userId).filter(({ sessionId }) => this.revoke(sessionId)).length;
    },
    size() {
      return sessions.size;
    },
  };
}
