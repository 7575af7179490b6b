import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pair, Refreshed, SessionInfo, SessionStore, StoreOptions } from './contract.ts';

export type * from './contract.ts';

type Session = {
  id: string;
  userId: string;
  device: string;
  createdAt: number;
  refreshedAt: number;
  current: string;
  previous?: { digest: string; replacedAt: number };
  /** Digests of all refresh tokens that were ever given out. */
  seen: Set<string>;
  access: Map<string, number>;
};

const digest = (token: string) => createHash('sha256').update(token).digest('base64url');
const token = () => randomBytes(32).toString('base64url');

function check(name: keyof StoreOptions, value: number, least: number) {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number from ${least}`);
  }
}

export function createSessionStore(options: StoreOptions): SessionStore {
  const { accessMs, idleMs, absoluteMs, graceMs } = options;
  check('accessMs', accessMs, 1);
  check('idleMs', idleMs, 1);
  check('absoluteMs', absoluteMs, 1);
  check('graceMs', graceMs, 0);

  const sessions = new Map<string, Session>();
  const byAccess = new Map<string, string>();
  const byRefresh = new Map<string, string>();

  const endOf = (session: Session) =>
    Math.min(session.refreshedAt + idleMs, session.createdAt + absoluteMs);

  function sweep() {
    const now = Date.now();
    for (const session of sessions.values()) if (now >= endOf(session)) drop(session);
  }

  function drop(session: Session) {
    sessions.delete(session.id);
    for (const key of session.access.keys()) byAccess.delete(key);
    for (const key of session.seen) byRefresh.delete(key);
  }

  function issue(session: Session): Pair {
    const accessToken = token();
    const refreshToken = token();
    const now = Date.now();
    for (const [key, until] of session.access) {
      if (until <= now) {
        session.access.delete(key);
        byAccess.delete(key);
      }
    }
    session.access.set(digest(accessToken), now + accessMs);
    byAccess.set(digest(accessToken), session.id);
    session.current = digest(refreshToken);
    session.seen.add(session.current);
    byRefresh.set(session.current, session.id);
    return { sessionId: session.id, accessToken, refreshToken };
  }

  function find(index: Map<string, string>, key: string): Session | undefined {
    sweep();
    const id = index.get(key);
    return id === undefined ? undefined : sessions.get(id);
  }

  function refresh(refreshToken: string): Refreshed {
    const key = digest(refreshToken);
    const session = find(byRefresh, key);
    if (!session) return { ok: false, reason: 'unknown' };
    const now = Date.now();
    const isCurrent = key === session.current;
    const inGrace =
      key === session.previous?.digest && now < session.previous.replacedAt + graceMs;
    if (!isCurrent && !inGrace) {
      drop(session);
      return { ok: false, reason: 'reused' };
    }
    if (isCurrent) session.previous = { digest: key, replacedAt: now };
    session.refreshedAt = now;
    return { ok: true, pair: issue(session) };
  }

  const present = ({ id, device, createdAt, refreshedAt }: Session): SessionInfo => ({
    sessionId: id,
    device,
    createdAt,
    refreshedAt,
  });

  return {
    create(userId, device) {
      sweep();
      const now = Date.now();
      const session: Session = {
        id: randomUUID(),
        userId,
        device,
        createdAt: now,
        refreshedAt: now,
        current: '',
        seen: new Set(),
        access: new Map(),
      };
      sessions.set(session.id, session);
      return issue(session);
    },
    check(accessToken) {
      const key = digest(accessToken);
      const session = find(byAccess, key);
      const until = session?.access.get(key);
      if (!session || until === undefined || Date.now() >= until) return undefined;
      return { userId: session.userId, sessionId: session.id };
    },
    refresh,
    list(userId) {
      sweep();
      return [...sessions.values()].filter((one) => one.userId === userId).map(present);
    },
    revoke(sessionId) {
      sweep();
      const session = sessions.get(sessionId);
      if (!session) return false;
      drop(session);
      return true;
    },
    revokeAll(userId, exceptSessionId) {
      sweep();
      const ended = [...sessions.values()].filter(
        (one) => one.userId === userId && one.id !== exceptSessionId,
      );
      ended.forEach(drop);
      return ended.length;
    },
    size() {
      sweep();
      return sessions.size;
    },
  };
}
