import { createLimiter } from 'solution';

beforeEach(() => {
  jest.useFakeTimers();
});

describe('the window', () => {
  it('never lets more than the limit through, wherever the window is placed', () => {
    for (let placement = 0; placement < 4; placement += 1) {
      const limiter = createLimiter({ limit: 10, windowMs: 1000 });
      for (let i = 0; i < 10; i += 1) limiter.check('key-1');

      jest.advanceTimersByTime(550);
      const late = Array.from({ length: 10 }, () => limiter.check('key-1').allowed);
      expect(late.filter(Boolean)).toEqual([]);
      // The next one begins a quarter of a second further into the calendar's second.
      jest.advanceTimersByTime(700);
    }
  });

  it('lets a request in at the very millisecond at which an old one stops counting', () => {
    const limiter = createLimiter({ limit: 2, windowMs: 1000 });
    limiter.check('key-1');
    jest.advanceTimersByTime(300);
    limiter.check('key-1');

    jest.advanceTimersByTime(699);
    expect(limiter.check('key-1')).toEqual({ allowed: false, remaining: 0, retryAfterMs: 1 });
    jest.advanceTimersByTime(1);
    expect(limiter.check('key-1')).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
    expect(limiter.check('key-1')).toEqual({ allowed: false, remaining: 0, retryAfterMs: 300 });
  });

  it('lets a client in again on time although it kept hammering', () => {
    const limiter = createLimiter({ limit: 3, windowMs: 1000 });
    for (let i = 0; i < 3; i += 1) limiter.check('key-1');

    for (let at = 20; at < 1000; at += 20) {
      jest.advanceTimersByTime(20);
      expect(limiter.check('key-1').allowed).toBe(false);
    }
    jest.advanceTimersByTime(20);
    expect(limiter.check('key-1')).toEqual({ allowed: true, remaining: 2, retryAfterMs: 0 });
  });

  it('agrees with a count by hand over a long run of random requests', () => {
    const limit = 12;
    const windowMs = 700;
    const limiter = createLimiter({ limit, windowMs });
    const random = lehmer(20_260_131);
    const allowed: { at: number; cost: number }[] = [];

    for (let step = 0, at = 0; step < 200; step += 1) {
      const pauseMs = random(3) === 0 ? random(200) : random(20);
      at += pauseMs;
      jest.advanceTimersByTime(pauseMs);
      const cost = 1 + random(5);

      while (allowed[0] && allowed[0].at <= at - windowMs) allowed.shift();
      const spent = (when: number) =>
        allowed.reduce((sum, one) => (one.at > when - windowMs ? sum + one.cost : sum), 0);
      const fits = spent(at) + cost <= limit;
      let retryAfterMs = 0;
      while (spent(at + retryAfterMs) + cost > limit) retryAfterMs += 1;
      const remaining = limit - spent(at) - (fits ? cost : 0);

      expect({ step, ...limiter.check('key-1', cost) }).toEqual({
        step,
        allowed: fits,
        remaining,
        retryAfterMs,
      });
      if (fits) allowed.push({ at, cost });
    }
  });
});

describe('costs', () => {
  it('refuses a request that costs more than what remains and still serves a cheaper one', () => {
    const limiter = createLimiter({ limit: 10, windowMs: 1000 });
    limiter.check('key-1', 7);

    expect(limiter.check('key-1', 4)).toEqual({ allowed: false, remaining: 3, retryAfterMs: 1000 });
    expect(limiter.check('key-1', 3)).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
  });

  it('waits for as many old requests as the cost needs', () => {
    const limiter = createLimiter({ limit: 6, windowMs: 1000 });
    for (const cost of [1, 2, 3]) {
      limiter.check('key-1', cost);
      jest.advanceTimersByTime(100);
    }

    expect(limiter.check('key-1', 1).retryAfterMs).toBe(700);
    expect(limiter.check('key-1', 2).retryAfterMs).toBe(800);
    expect(limiter.check('key-1', 3).retryAfterMs).toBe(800);
    expect(limiter.check('key-1', 4).retryAfterMs).toBe(900);
    expect(limiter.check('key-1', 6).retryAfterMs).toBe(900);
  });

  it('counts nothing when a cost is refused as nonsense', () => {
    const limiter = createLimiter({ limit: 5, windowMs: 1000 });

    for (const cost of [0, -1, 1.5, 6, Number.NaN]) {
      expect(() => limiter.check('key-1', cost)).toThrow('cost');
    }
    expect(limiter.check('key-1', 5)).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
  });
});

describe('options', () => {
  it('names the option that is wrong', () => {
    for (const wrong of [0, -1, 2.5, Number.NaN]) {
      expect(() => createLimiter({ limit: wrong, windowMs: 1000 })).toThrow('limit');
      expect(() => createLimiter({ limit: 10, windowMs: wrong })).toThrow('windowMs');
    }
  });

  it('keeps limiters apart', () => {
    const strict = createLimiter({ limit: 1, windowMs: 1000 });
    const generous = createLimiter({ limit: 5, windowMs: 1000 });
    strict.check('key-1');

    expect(generous.check('key-1').remaining).toBe(4);
    expect(strict.check('key-1').allowed).toBe(false);
  });
});

describe('keys', () => {
  it('takes any string, even one that means something to JavaScript', () => {
    const limiter = createLimiter({ limit: 1, windowMs: 1000 });

    for (const key of ['', '__proto__', 'constructor', 'toString', 'ключ', 'a'.repeat(500)]) {
      expect({ key, allowed: limiter.check(key).allowed }).toEqual({ key, allowed: true });
      expect({ key, allowed: limiter.check(key).allowed }).toEqual({ key, allowed: false });
    }
    expect(limiter.size()).toBe(6);
  });
});

describe('memory', () => {
  it('forgets keys whose requests have all left the window', () => {
    const limiter = createLimiter({ limit: 5, windowMs: 1000 });
    for (let i = 0; i < 100; i += 1) limiter.check(`key-${i}`);
    expect(limiter.size()).toBe(100);

    jest.advanceTimersByTime(600);
    for (let i = 0; i < 20; i += 1) limiter.check(`key-${i}`);
    jest.advanceTimersByTime(400);
    limiter.check('somebody else');
    expect(limiter.size()).toBe(21);

    jest.advanceTimersByTime(1000);
    expect(limiter.size()).toBe(0);
  });

  it('remembers a key while somebody waits for it', async () => {
    const limiter = createLimiter({ limit: 1, windowMs: 1000 });
    limiter.check('busy');
    const first = limiter.acquire('busy');
    const second = limiter.acquire('busy');

    await jest.advanceTimersByTimeAsync(1000);
    await first;
    expect(limiter.size()).toBe(1);
    await jest.advanceTimersByTimeAsync(1000);
    await second;
    expect(limiter.check('busy').allowed).toBe(false);
  });
});

describe('waiting in line', () => {
  it('does not wait when there is room', async () => {
    const limiter = createLimiter({ limit: 3, windowMs: 1000 });

    await limiter.acquire('key-1', { cost: 2 });
    await limiter.acquire('key-1');
    expect(limiter.check('key-1')).toEqual({ allowed: false, remaining: 0, retryAfterMs: 1000 });
  });

  it('serves those who wait in the order in which they came', async () => {
    const limiter = createLimiter({ limit: 2, windowMs: 1000 });
    limiter.check('key-1');
    await jest.advanceTimersByTimeAsync(400);
    limiter.check('key-1');
    const served: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      void limiter.acquire('key-1').then(() => served.push(name));
    }

    await jest.advanceTimersByTimeAsync(599);
    expect(served).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(served).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(400);
    expect(served).toEqual(['a', 'b']);
    await jest.advanceTimersByTimeAsync(1000);
    expect(served).toEqual(['a', 'b', 'c', 'd']);
  });

  it('serves a cheap request after the expensive one that came first', async () => {
    const limiter = createLimiter({ limit: 4, windowMs: 1000 });
    limiter.check('key-1', 1);
    await jest.advanceTimersByTimeAsync(500);
    limiter.check('key-1', 3);
    const served: string[] = [];
    void limiter.acquire('key-1', { cost: 3 }).then(() => served.push('expensive'));
    void limiter.acquire('key-1', { cost: 1 }).then(() => served.push('cheap'));

    await jest.advanceTimersByTimeAsync(999);
    expect(served).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(served).toEqual(['expensive', 'cheap']);
  });

  it('waits on when check takes the place that became free', async () => {
    const limiter = createLimiter({ limit: 2, windowMs: 1000 });
    limiter.check('key-1', 1);
    await jest.advanceTimersByTimeAsync(200);
    limiter.check('key-1', 1);
    const admitted = jest.fn();
    void limiter.acquire('key-1', { cost: 2 }).then(admitted);

    await jest.advanceTimersByTimeAsync(900);
    expect(limiter.check('key-1', 1).allowed).toBe(true);
    await jest.advanceTimersByTimeAsync(999);
    expect(admitted).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(admitted).toHaveBeenCalledTimes(1);
  });

  it('lets those behind move up when the first one times out', async () => {
    const limiter = createLimiter({ limit: 3, windowMs: 1000 });
    limiter.check('key-1', 2);
    const outcome: string[] = [];
    limiter
      .acquire('key-1', { cost: 3, timeoutMs: 250 })
      .then(() => outcome.push('first served'))
      .catch((error: Error) =>
        outcome.push(/timed out/.test(error.message) ? 'first timed out' : error.message),
      );
    void limiter.acquire('key-1').then(() => outcome.push('second served'));

    await jest.advanceTimersByTimeAsync(249);
    expect(outcome).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect([...outcome].sort()).toEqual(['first timed out', 'second served']);
    await jest.advanceTimersByTimeAsync(750);
    expect(limiter.check('key-1', 2)).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
  });

  it('neither rejects nor counts a request again once it was served', async () => {
    const limiter = createLimiter({ limit: 1, windowMs: 1000 });
    limiter.check('key-1');
    const served = limiter.acquire('key-1', { timeoutMs: 1500 });

    await jest.advanceTimersByTimeAsync(2000);
    await expect(served).resolves.toBeUndefined();
    expect(limiter.check('key-1')).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
  });

  it('rejects a cost that could never be served', async () => {
    const limiter = createLimiter({ limit: 3, windowMs: 1000 });

    await expect(limiter.acquire('key-1', { cost: 4 })).rejects.toThrow('cost');
    await expect(limiter.acquire('key-1', { cost: 0 })).rejects.toThrow('cost');
    expect(limiter.check('key-1', 3).allowed).toBe(true);
  });
});

/** Random whole numbers below `max`, the same on every run. */
function lehmer(seed: number): (max: number) => number {
  let state = seed % 2_147_483_647;
  return (max) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % max;
  };
}
