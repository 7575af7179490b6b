import { createSessionStore } from 'solution';
import {
  createStore,
  hourMs,
  minuteMs,
  refreshed,
  reused,
  type Store,
  unknown,
  usual,
} from './patients.ts';

beforeEach(() => {
  jest.useFakeTimers();
});

/** Refreshes `times` times, `everyMs` apart, and gives every refresh token from the given one on. */
function chain(store: Store, from: string, times: number, everyMs: number): string[] {
  const tokens = [from];
  for (let count = 0; count < times; count += 1) {
    jest.advanceTimersByTime(everyMs);
    tokens.push(refreshed(store, tokens.at(-1) ?? '').refreshToken);
  }
  return tokens;
}

describe('tokens', () => {
  it('are long, random and never the same', () => {
    const store = createStore();
    const pairs = Array.from({ length: 50 }, () => store.create('patient', 'phone'));
    pairs.push(refreshed(store, pairs[0]?.refreshToken ?? ''));
    const tokens = pairs.flatMap((pair) => [pair.accessToken, pair.refreshToken]);

    expect(new Set(tokens).size).toBe(102);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32,}$/);
    expect(new Set(pairs.slice(0, 50).map((pair) => pair.sessionId)).size).toBe(50);
  });

  it('are good for what they are made for only', () => {
    const store = createStore();
    const { sessionId, accessToken, refreshToken } = store.create('patient', 'phone');

    expect(store.refresh(accessToken)).toEqual(unknown);
    expect(store.refresh(sessionId)).toEqual(unknown);
    expect(store.check(refreshToken)).toBeUndefined();
    expect(store.check(sessionId)).toBeUndefined();
    expect(store.revoke(accessToken)).toBe(false);
    expect(store.check(accessToken)).toEqual({ userId: 'patient', sessionId });
  });

  it('that nobody gave out are unknown', () => {
    const store = createStore();
    const { accessToken, refreshToken } = store.create('__proto__', 'phone');
    for (const token of ['', '__proto__', 'constructor', 'x'.repeat(5000), 'ключ 🔑']) {
      expect(store.check(token)).toBeUndefined();
      expect(store.refresh(token)).toEqual(unknown);
      expect(store.revoke(token)).toBe(false);
    }
    expect(store.check(accessToken.toLowerCase() + accessToken)).toBeUndefined();
    expect(store.refresh(`${refreshToken} `)).toEqual(unknown);
    expect(store.list('__proto__')).toHaveLength(1);
  });

  it('are shown by nothing but the pairs', () => {
    const store = createStore();
    const first = store.create('patient', 'phone');
    const second = refreshed(store, first.refreshToken);
    const shown = JSON.stringify([store.list('patient'), store.check(second.accessToken)]);
    for (const pair of [first, second]) {
      expect(shown).not.toContain(pair.accessToken);
      expect(shown).not.toContain(pair.refreshToken);
      expect(Object.keys(pair).toSorted()).toEqual(['accessToken', 'refreshToken', 'sessionId']);
    }
  });
});

describe('an access token', () => {
  it('is good until its time is over', () => {
    const store = createStore();
    const { sessionId, accessToken } = store.create('patient', 'phone');
    jest.advanceTimersByTime(5 * minuteMs - 1);
    expect(store.check(accessToken)).toEqual({ userId: 'patient', sessionId });
    jest.advanceTimersByTime(1);
    expect(store.check(accessToken)).toBeUndefined();
  });

  it('works on beside newer ones', () => {
    const store = createStore();
    const first = store.create('patient', 'phone');
    jest.advanceTimersByTime(2 * minuteMs);
    const second = refreshed(store, first.refreshToken);
    jest.advanceTimersByTime(3 * minuteMs - 1);
    expect(store.check(first.accessToken)?.sessionId).toBe(first.sessionId);
    jest.advanceTimersByTime(1);
    expect(store.check(first.accessToken)).toBeUndefined();
    const third = refreshed(store, second.refreshToken);
    jest.advanceTimersByTime(2 * minuteMs - 1);
    expect(store.check(second.accessToken)?.sessionId).toBe(first.sessionId);
    jest.advanceTimersByTime(1);
    expect(store.check(second.accessToken)).toBeUndefined();
    expect(store.check(third.accessToken)?.sessionId).toBe(first.sessionId);
  });

  it('ends with its session', () => {
    const store = createStore({ accessMs: 2 * hourMs });
    const idle = store.create('patient', 'phone');
    const other = store.create('patient', 'tablet');
    store.revoke(other.sessionId);
    expect(store.check(other.accessToken)).toBeUndefined();
    jest.advanceTimersByTime(30 * minuteMs - 1);
    expect(store.check(idle.accessToken)?.sessionId).toBe(idle.sessionId);
    jest.advanceTimersByTime(1);
    expect(store.check(idle.accessToken)).toBeUndefined();
  });
});

describe('expiry', () => {
  it('slides with refreshes and not with checks', () => {
    const store = createStore({ accessMs: hourMs });
    const used = store.create('patient', 'phone');
    const refreshing = store.create('patient', 'tablet');
    const tokens = chain(store, refreshing.refreshToken, 2, 20 * minuteMs - 1);
    expect(store.size()).toBe(1);
    expect(store.check(used.accessToken)).toBeUndefined();

    const checked = store.create('patient', 'laptop');
    for (let minutes = 0; minutes < 29; minutes += 1) {
      jest.advanceTimersByTime(minuteMs);
      store.check(checked.accessToken);
    }
    expect(store.list('patient').map(({ device }) => device)).toEqual(['tablet', 'laptop']);
    jest.advanceTimersByTime(minuteMs);
    expect(store.refresh(checked.refreshToken)).toEqual(unknown);
    expect(store.refresh(tokens.at(-1) ?? '')).toEqual(unknown);
  });

  it('is exact', () => {
    const store = createStore();
    const early = store.create('patient', 'phone');
    const late = store.create('patient', 'tablet');
    jest.advanceTimersByTime(30 * minuteMs - 1);
    refreshed(store, early.refreshToken);
    jest.advanceTimersByTime(1);
    expect(store.refresh(late.refreshToken)).toEqual(unknown);
    expect(store.list('patient').map(({ sessionId }) => sessionId)).toEqual([early.sessionId]);
  });

  it('is absolute, however busy the session is', () => {
    const store = createStore({ accessMs: 20 * hourMs });
    const pair = store.create('patient', 'phone');
    const tokens = chain(store, pair.refreshToken, 35, 20 * minuteMs);
    jest.advanceTimersByTime(20 * minuteMs - 1);
    expect(store.check(pair.accessToken)?.sessionId).toBe(pair.sessionId);
    const last = refreshed(store, tokens.at(-1) ?? '');
    jest.advanceTimersByTime(1);

    expect(store.refresh(last.refreshToken)).toEqual(unknown);
    expect(store.check(last.accessToken)).toBeUndefined();
    expect(store.check(pair.accessToken)).toBeUndefined();
    expect([store.size(), store.list('patient')]).toEqual([0, []]);
  });

  it('is not put off by a refresh that is refused', () => {
    const store = createStore();
    const { refreshToken, accessToken } = store.create('patient', 'phone');
    jest.advanceTimersByTime(29 * minuteMs);
    expect(store.refresh(accessToken)).toEqual(unknown);
    jest.advanceTimersByTime(minuteMs);
    expect(store.refresh(refreshToken)).toEqual(unknown);
  });

  it('lets a short absolute time win over a long idle one', () => {
    const store = createStore({ idleMs: hourMs, absoluteMs: minuteMs });
    const { refreshToken } = store.create('patient', 'phone');
    jest.advanceTimersByTime(minuteMs - 1);
    const next = refreshed(store, refreshToken);
    jest.advanceTimersByTime(1);
    expect(store.refresh(next.refreshToken)).toEqual(unknown);
  });
});

describe('rotation', () => {
  it('gives a new pair of the same session each time', () => {
    const store = createStore();
    const first = store.create('patient', 'phone');
    const tokens = chain(store, first.refreshToken, 5, 10 * minuteMs);
    const last = refreshed(store, tokens.at(-1) ?? '');

    expect(new Set(tokens).size).toBe(6);
    expect(last.sessionId).toBe(first.sessionId);
    expect(store.check(last.accessToken)).toEqual({
      userId: 'patient',
      sessionId: first.sessionId,
    });
    expect(store.size()).toBe(1);
  });

  it('gives a client whose answer was lost another pair', () => {
    const store = createStore();
    const { refreshToken: r1, sessionId } = store.create('patient', 'phone');
    jest.advanceTimersByTime(minuteMs);
    const lost = refreshed(store, r1);
    jest.advanceTimersByTime(29_999);
    const got = refreshed(store, r1);

    expect(got.sessionId).toBe(sessionId);
    expect(got.refreshToken).not.toBe(lost.refreshToken);
    expect(store.check(got.accessToken)?.userId).toBe('patient');
    expect(store.check(lost.accessToken)?.userId).toBe('patient');
    jest.advanceTimersByTime(minuteMs);
    expect(refreshed(store, got.refreshToken).sessionId).toBe(sessionId);
  });

  it('counts the grace from the first replacement', () => {
    const store = createStore();
    const { refreshToken: r1 } = store.create('patient', 'phone');
    refreshed(store, r1);
    for (let count = 0; count < 3; count += 1) {
      jest.advanceTimersByTime(9_000);
      refreshed(store, r1);
    }
    jest.advanceTimersByTime(3_000);
    expect(store.refresh(r1)).toEqual(reused);
    expect(store.size()).toBe(0);
  });

  it('begins a new grace with each step', () => {
    const store = createStore();
    const { refreshToken: r1 } = store.create('patient', 'phone');
    const { refreshToken: r2 } = refreshed(store, r1);
    jest.advanceTimersByTime(20_000);
    refreshed(store, r2);
    jest.advanceTimersByTime(20_000);
    const { refreshToken: r4 } = refreshed(store, r2);
    jest.advanceTimersByTime(20_000);
    const { refreshToken: r5 } = refreshed(store, r4);
    jest.advanceTimersByTime(20_000);
    expect(refreshed(store, r4).refreshToken).not.toBe(r5);
  });

  it('has no grace where none is wanted', () => {
    const store = createStore({ graceMs: 0 });
    const { refreshToken } = store.create('patient', 'phone');
    refreshed(store, refreshToken);
    expect(store.refresh(refreshToken)).toEqual(reused);
  });

  it('prolongs a session in the grace as well', () => {
    const store = createStore({ graceMs: 20 * minuteMs });
    const { refreshToken: r1 } = store.create('patient', 'phone');
    refreshed(store, r1);
    jest.advanceTimersByTime(15 * minuteMs);
    const { refreshToken: r3 } = refreshed(store, r1);
    expect(store.list('patient')[0]?.refreshedAt).toBe(Date.now());
    jest.advanceTimersByTime(29 * minuteMs);
    expect(refreshed(store, r3)).toBeDefined();
  });
});

describe('reuse', () => {
  it('of an old token after the grace ends the session', () => {
    const store = createStore();
    const first = store.create('patient', 'phone');
    jest.advanceTimersByTime(minuteMs);
    const second = refreshed(store, first.refreshToken);
    jest.advanceTimersByTime(30_000);

    expect(store.refresh(first.refreshToken)).toEqual(reused);
    expect(store.refresh(second.refreshToken)).toEqual(unknown);
    expect(store.refresh(first.refreshToken)).toEqual(unknown);
    expect(store.check(second.accessToken)).toBeUndefined();
    expect(store.check(first.accessToken)).toBeUndefined();
    expect([store.size(), store.list('patient')]).toEqual([0, []]);
  });

  it('is noticed however many refreshes ago the token was current', () => {
    for (const back of [1, 2, 5, 20]) {
      const store = createStore();
      const first = store.create('patient', 'phone');
      const tokens = chain(store, first.refreshToken, 20, 10 * minuteMs);
      jest.advanceTimersByTime(minuteMs);

      expect([back, store.refresh(tokens.at(-1 - back) ?? '')]).toEqual([back, reused]);
      expect(store.refresh(tokens.at(-1) ?? '')).toEqual(unknown);
    }
  });

  it('within the grace is noticed when the token is older than the one before', () => {
    const store = createStore();
    const { refreshToken: r1 } = store.create('patient', 'phone');
    const { refreshToken: r2 } = refreshed(store, r1);
    jest.advanceTimersByTime(1000);
    refreshed(store, r2);
    jest.advanceTimersByTime(1000);

    expect(store.refresh(r1)).toEqual(reused);
    expect(store.size()).toBe(0);
  });

  it('of a token that got lost ends the session', () => {
    const store = createStore();
    const { refreshToken: r1 } = store.create('patient', 'phone');
    const { refreshToken: lost } = refreshed(store, r1);
    jest.advanceTimersByTime(1000);
    const { refreshToken: got } = refreshed(store, r1);
    jest.advanceTimersByTime(1000);

    expect(store.refresh(lost)).toEqual(reused);
    expect(store.refresh(got)).toEqual(unknown);
  });

  it('leaves other sessions alone, even those of the same user', () => {
    const store = createStore();
    const stolen = store.create('patient', 'phone');
    const tablet = store.create('patient', 'tablet');
    refreshed(store, stolen.refreshToken);
    jest.advanceTimersByTime(minuteMs);
    expect(store.refresh(stolen.refreshToken)).toEqual(reused);

    expect(store.list('patient').map(({ device }) => device)).toEqual(['tablet']);
    expect(refreshed(store, tablet.refreshToken).sessionId).toBe(tablet.sessionId);
  });
});

describe('revoking', () => {
  it('one session leaves the others', () => {
    const store = createStore();
    const phone = store.create('patient', 'phone');
    const tablet = store.create('patient', 'tablet');
    expect(store.revoke(phone.sessionId)).toBe(true);

    expect(store.refresh(phone.refreshToken)).toEqual(unknown);
    expect(store.check(tablet.accessToken)?.sessionId).toBe(tablet.sessionId);
    expect(refreshed(store, tablet.refreshToken).sessionId).toBe(tablet.sessionId);
    expect(store.size()).toBe(1);
  });

  it('all sessions of a user leaves those of others', () => {
    const store = createStore();
    const own = ['phone', 'tablet', 'laptop'].map((device) => store.create('patient', device));
    const other = store.create('patient-2', 'phone');

    expect(store.revokeAll('patient')).toBe(3);
    expect(store.revokeAll('patient')).toBe(0);
    expect(store.revokeAll('nobody')).toBe(0);
    for (const pair of own) expect(store.check(pair.accessToken)).toBeUndefined();
    expect(store.check(other.accessToken)?.userId).toBe('patient-2');
    expect([store.list('patient'), store.size()]).toEqual([[], 1]);
  });

  it('all sessions can leave out the one that asks', () => {
    const store = createStore();
    const phone = store.create('patient', 'phone');
    const tablet = store.create('patient', 'tablet');
    expect(store.revokeAll('patient', phone.sessionId)).toBe(1);
    expect(store.check(phone.accessToken)?.sessionId).toBe(phone.sessionId);
    expect(store.refresh(tablet.refreshToken)).toEqual(unknown);
  });

  it('finds nothing when the session has ended by itself', () => {
    const store = createStore();
    const { sessionId } = store.create('patient', 'phone');
    store.create('patient', 'tablet');
    jest.advanceTimersByTime(30 * minuteMs);
    expect([store.revoke(sessionId), store.revokeAll('patient')]).toEqual([false, 0]);
  });
});

describe('the list', () => {
  it('shows the sessions of a user, oldest first, with their times', () => {
    const store = createStore();
    const start = Date.now();
    const phone = store.create('patient', 'phone');
    jest.advanceTimersByTime(minuteMs);
    const tablet = store.create('patient', 'tablet');
    store.create('other', 'laptop');
    jest.advanceTimersByTime(minuteMs);
    refreshed(store, phone.refreshToken);

    expect(store.list('patient')).toEqual([
      {
        sessionId: phone.sessionId,
        device: 'phone',
        createdAt: start,
        refreshedAt: start + 2 * minuteMs,
      },
      {
        sessionId: tablet.sessionId,
        device: 'tablet',
        createdAt: start + minuteMs,
        refreshedAt: start + minuteMs,
      },
    ]);
    expect(store.list('nobody')).toEqual([]);
  });
});

describe('memory', () => {
  it('holds no session that has ended', () => {
    const store = createStore();
    for (let count = 0; count < 200; count += 1) store.create(`patient-${count}`, 'phone');
    expect(store.size()).toBe(200);
    jest.advanceTimersByTime(10 * minuteMs);
    const busy = store.create('busy', 'phone');
    jest.advanceTimersByTime(20 * minuteMs - 1);
    expect(store.size()).toBe(201);
    jest.advanceTimersByTime(1);
    expect(store.size()).toBe(1);
    expect(store.check(busy.accessToken)).toBeUndefined();
    jest.advanceTimersByTime(10 * minuteMs);
    expect(store.size()).toBe(0);
  });

  it('is let go by sessions that outlived their absolute time', () => {
    const store = createStore({ idleMs: hourMs, absoluteMs: hourMs });
    const old = store.create('old', 'phone');
    jest.advanceTimersByTime(30 * minuteMs);
    store.create('young', 'phone');
    refreshed(store, old.refreshToken);
    expect(store.size()).toBe(2);
    jest.advanceTimersByTime(30 * minuteMs);
    expect([store.size(), store.list('old')]).toEqual([1, []]);
  });
});

describe('options', () => {
  it('name what is wrong', () => {
    for (const option of ['accessMs', 'idleMs', 'absoluteMs', 'graceMs']) {
      for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(() => createSessionStore({ ...usual, [option]: value })).toThrow(RangeError);
        expect(() => createSessionStore({ ...usual, [option]: value })).toThrow(option);
      }
      const zero = { ...usual, [option]: 0 };
      if (option === 'graceMs') expect(createSessionStore(zero).size()).toBe(0);
      else expect(() => createSessionStore(zero)).toThrow(option);
    }
    expect(createSessionStore({ accessMs: 1, idleMs: 1, absoluteMs: 1, graceMs: 0 }).size()).toBe(
      0,
    );
  });

  it('keep stores apart', () => {
    const [one, other] = [createStore(), createStore()];
    const { accessToken, refreshToken } = one.create('patient', 'phone');
    expect(other.check(accessToken)).toBeUndefined();
    expect(other.refresh(refreshToken)).toEqual(unknown);
    expect([one.size(), other.size()]).toEqual([1, 0]);
  });
});
