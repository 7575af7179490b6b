import { createSessionStore } from 'solution';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

export const usual = {
  accessMs: 5 * minuteMs,
  idleMs: 30 * minuteMs,
  absoluteMs: 12 * hourMs,
  graceMs: 30_000,
};

export type Store = ReturnType<typeof createSessionStore>;

export function createStore(options: Partial<typeof usual> = {}): Store {
  return createSessionStore({ ...usual, ...options });
}

/** Refreshes and gives the new pair; fails the test when that is refused. */
export function refreshed(store: Store, refreshToken: string) {
  const answer = store.refresh(refreshToken);
  if (!answer.ok) throw new Error(`The refresh was refused: ${answer.reason}.`);
  return answer.pair;
}

export const reused = { ok: false, reason: 'reused' };
export const unknown = { ok: false, reason: 'unknown' };
