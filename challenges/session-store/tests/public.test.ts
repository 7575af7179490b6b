import { createSessionStore } from 'solution';
import { createStore, minuteMs, refreshed, reused, unknown, usual } from './patients.ts';

beforeEach(() => {
  jest.useFakeTimers();
});

describe('a session', () => {
  it('begins with a pair of tokens', () => {
    const store = createStore();
    const { sessionId, accessToken, refreshToken } = store.create('patient-7', 'Pixel 9');

    expect(store.check(accessToken)).toEqual({ userId: 'patient-7', sessionId });
    expect(store.check(refreshToken)).toBeUndefined();
    expect(store.list('patient-7')).toEqual([
      { sessionId, device: 'Pixel 9', createdAt: Date.now(), refreshedAt: Date.now() },
    ]);
    expect(store.size()).toBe(1);
  });

  it('ends when it is not refreshed in time', () => {
    const store = createStore();
    const { refreshToken } = store.create('patient-7', 'Pixel 9');
    jest.advanceTimersByTime(30 * minuteMs - 1);
    const next = refreshed(store, refreshToken);
    jest.advanceTimersByTime(30 * minuteMs);
    expect(store.refresh(next.refreshToken)).toEqual(unknown);
  });

  it('ends when it is revoked', () => {
    const store = createStore();
    const { sessionId, accessToken } = store.create('patient-7', 'Pixel 9');

    expect([store.revoke(sessionId), store.revoke(sessionId)]).toEqual([true, false]);
    expect(store.check(accessToken)).toBeUndefined();
  });
});

describe('the example of the statement', () => {
  it('is followed', () => {
    const store = createStore();
    const r1 = store.create('patient-7', 'Pixel 9').refreshToken;
    jest.advanceTimersByTime(60_000);
    refreshed(store, r1);
    jest.advanceTimersByTime(10_000);
    refreshed(store, r1);
    jest.advanceTimersByTime(19_000);
    const r4 = refreshed(store, r1).refreshToken;
    jest.advanceTimersByTime(1_000);

    expect(store.refresh(r1)).toEqual(reused);
    expect(store.refresh(r4)).toEqual(unknown);
    expect(store.size()).toBe(0);
  });
});

describe('options', () => {
  it('that make no sense are named', () => {
    expect(() => createSessionStore({ ...usual, idleMs: 0 })).toThrow('idleMs');
  });
});
