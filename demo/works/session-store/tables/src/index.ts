import { createHash, randomBytes } from 'node:crypto';
import type { SessionStore, StoreOptions } from './contract.ts';

export type * from './contract.ts';

const hash = (value: string): string => createHash('sha512').update(value).digest('hex');
const random = (): string => randomBytes(48).toString('base64url');

interface Row {
  sessionId: string;
  userId: string;
  device: string;
  createdAt: number;
  refreshedAt: number;
}

interface RefreshRow {
  sessionId: string;
  status: 'current' | 'replaced' | 'dead';
  replacedAt: number;
}

interface AccessRow {
  sessionId: string;
  givenAt: number;
}

export function createSessionStore(options: StoreOptions): SessionStore {
  for (const name of ['accessMs', 'idleMs', 'absoluteMs'] as const) {
    if (!Number.isInteger(options[name]) || options[name] <= 0) throw new RangeError(name);
  }
  if (!Number.isInteger(options.graceMs) || options.graceMs < 0) throw new RangeError('graceMs');

  // Three tables, as they would be in a database.
  const sessionTable: Map<string, Row> = new Map();
  const refreshTable: Map<string, RefreshRow> = new Map();
  const accessTable: Map<string, AccessRow> = new Map();

  function alive(row: Row | undefined): row is Row {
    if (!row) return false;
    const now = Date.now();
    if (now - row.refreshedAt < options.idleMs && now - row.createdAt < options.absoluteMs) {
      return true;
    }
    remove(row.sessionId);
    return false;
  }

  function remove(sessionId: string): void {
    sessionTable.delete(sessionId);
    for (const [key, row] of refreshTable) if (row.sessionId === sessionId) refreshTable.delete(key);
    for (const [key, row] of accessTable) if (row.sessionId === sessionId) accessTable.delete(key);
  }

  function newPair(sessionId: string) {
    const accessToken = random();
    const refreshToken = random();
    accessTable.set(hash(accessToken), { sessionId, givenAt: Date.now() });
    refreshTable.set(hash(refreshToken), { sessionId, status: 'current', replacedAt: 0 });
    return { sessionId, accessToken, refreshToken };
  }

  function rowsOf(userId: string): Row[] {
    return Array.from(sessionTable.values()).filter((row) => row.userId === userId && alive(row));
  }

  return {
    create(userId, device) {
      const sessionId = random();
      const now = Date.now();
      sessionTable.set(sessionId, { sessionId, userId, device, createdAt: now, refreshedAt: now });
      return newPair(sessionId);
    },

    check(accessToken) {
      const access = accessTable.get(hash(accessToken));
      if (!access) return undefined;
      const row = sessionTable.get(access.sessionId);
      if (!alive(row)) return undefined;
      if (Date.now() - access.givenAt >= options.accessMs) return undefined;
      return { userId: row.userId, sessionId: row.sessionId };
    },

    refresh(refreshToken) {
      const known = refreshTable.get(hash(refreshToken));
      const row = known && sessionTable.get(known.sessionId);
      if (!known || !alive(row)) return { ok: false, reason: 'unknown' };
      const now = Date.now();
      const mayRepeat = known.status === 'replaced' && now - known.replacedAt < options.graceMs;
      if (known.status !== 'current' && !mayRepeat) {
        remove(row.sessionId);
        return { ok: false, reason: 'reused' };
      }
      for (const other of refreshTable.values()) {
        if (other.sessionId === row.sessionId && other !== known) other.status = 'dead';
      }
      if (known.status === 'current') {
        known.status = 'replaced';
        known.replacedAt = now;
      }
      row.refreshedAt = now;
      return { ok: true, pair: newPair(row.sessionId) };
    },

    list(userId) {
      return rowsOf(userId).map(({ userId: _, ...info }) => info);
    },

    revoke(sessionId) {
      if (!alive(sessionTable.get(sessionId))) return false;
      remove(sessionId);
      return true;
    },

    revokeAll(userId, exceptSessionId) {
      const rows = rowsOf(userId).filter((row) => row.sessionId !== exceptSessionId);
      for (const row of rows) remove(row.sessionId);
      return rows.length;
    },

    size() {
      return Array.from(sessionTable.values()).filter((row) => alive(row)).length;
    },
  };
}
