import { createHash, randomBytes } from 'node:crypto';

type Options = { accessMs: number; idleMs: number; absoluteMs: number; graceMs: number };

type Session = {
  sessionId: string;
  userId: string;
  device: string;
  createdAt: number;
  refreshedAt: number;
  /** Digests of all refresh tokens, in the order in which they were given out. */
  given: string[];
  /** The one that was last exchanged in time, and when that was first done. */
  exchanged: { digest: string; at: number } | undefined;
  access: { digest: string; until: number }[];
};

const idLength = 22;
const random = (bytes: number) => randomBytes(bytes).toString('base64url');
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** A token begins with the id of its session and goes on with a secret, so one map finds everything. */
export function createSessionStore({ accessMs, idleMs, absoluteMs, graceMs }: Options) {
  const required = { accessMs, idleMs, absoluteMs, 'graceMs (less one)': graceMs + 1 };
  for (const [name, value] of Object.entries(required)) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} makes no sense.`);
  }
  const sessions = new Map<string, Session>();

  function living(id: string): Session | undefined {
    const session = sessions.get(id);
    if (!session) return undefined;
    const now = Date.now();
    if (now < session.refreshedAt + idleMs && now < session.createdAt + absoluteMs) return session;
    sessions.delete(id);
    return undefined;
  }

  const all = () => [...sessions.keys()].map(living).filter((session) => session !== undefined);

  function give(session: Session) {
    const now = Date.now();
    const accessToken = session.sessionId + random(24);
    const refreshToken = session.sessionId + random(24);
    session.refreshedAt = now;
    session.given.push(digest(refreshToken));
    session.access = [
      ...session.access.filter(({ until }) => now < until),
      { digest: digest(accessToken), until: now + accessMs },
    ];
    return { sessionId: session.sessionId, accessToken, refreshToken };
  }

  return {
    create(userId: string, device: string) {
      all();
      const now = Date.now();
      const session: Session = {
        sessionId: random(16),
        userId,
        device,
        createdAt: now,
        refreshedAt: now,
        given: [],
        exchanged: undefined,
        access: [],
      };
      sessions.set(session.sessionId, session);
      return give(session);
    },

    check(token: string) {
      const session = living(token.slice(0, idLength));
      const known = session?.access.find((access) => access.digest === digest(token));
      if (!session || !known || Date.now() >= known.until) return undefined;
      return { userId: session.userId, sessionId: session.sessionId };
    },

    refresh(token: string) {
      const session = living(token.slice(0, idLength));
      const sent = digest(token);
      if (!session?.given.includes(sent)) return { ok: false, reason: 'unknown' };
      const { exchanged } = session;
      if (sent === session.given.at(-1)) session.exchanged = { digest: sent, at: Date.now() };
      else if (sent !== exchanged?.digest || Date.now() - exchanged.at >= graceMs) {
        sessions.delete(session.sessionId);
        return { ok: false, reason: 'reused' };
      }
      return { ok: true, pair: give(session) };
    },

    list: (userId: string) =>
      all()
        .filter((session) => session.userId === userId)
        .map(({ sessionId, device, createdAt, refreshedAt }) => ({
          sessionId,
          device,
          createdAt,
          refreshedAt,
        })),

    revoke: (sessionId: string) => living(sessionId) !== undefined && sessions.delete(sessionId),

    revokeAll: (userId: string, except?: string) =>
      all()
        .filter((session) => session.userId === userId && session.sessionId !== except)
        .filter(({ sessionId }) => sessions.delete(sessionId)).length,

    size: () => all().length,
  };
}
