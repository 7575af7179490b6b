import { createLimiter } from 'solution';

beforeEach(() => {
  jest.useFakeTimers();
});

describe('check', () => {
  it('allows a key up to its limit and counts down what remains', () => {
    const limiter = createLimiter({ limit: 2, windowMs: 1000 });

    expect(limiter.check('key-1')).toEqual({ allowed: true, remaining: 1, retryAfterMs: 0 });
    expect(limiter.check('key-1')).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
    expect(limiter.check('key-1').allowed).toBe(false);
  });

  it('follows the example of the statement', () => {
    const limiter = createLimiter({ limit: 3, windowMs: 1000 });

    expect(limiter.check('k')).toEqual({ allowed: true, remaining: 2, retryAfterMs: 0 });
    jest.advanceTimersByTime(400);
    expect(limiter.check('k', 2)).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
    jest.advanceTimersByTime(100);
    expect(limiter.check('k')).toEqual({ allowed: false, remaining: 0, retryAfterMs: 500 });
    expect(limiter.check('k', 2)).toEqual({ allowed: false, remaining: 0, retryAfterMs: 900 });
    jest.advanceTimersByTime(500);
    expect(limiter.check('k')).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
  });

  it('keeps the keys apart', () => {
    const limiter = createLimiter({ limit: 1, windowMs: 1000 });

    expect(limiter.check('key-1').allowed).toBe(true);
    expect(limiter.check('key-2').allowed).toBe(true);
    expect(limiter.check('key-1').allowed).toBe(false);
    expect(limiter.size()).toBe(2);
  });

  it('refuses options and costs that make no sense', () => {
    expect(() => createLimiter({ limit: 0, windowMs: 1000 })).toThrow('limit');
    expect(() => createLimiter({ limit: 5, windowMs: 1.5 })).toThrow('windowMs');
    expect(() => createLimiter({ limit: 5, windowMs: 1000 }).check('key-1', 6)).toThrow('cost');
  });
});

describe('acquire', () => {
  it('resolves when the window has room again', async () => {
    const limiter = createLimiter({ limit: 1, windowMs: 60_000 });
    await limiter.acquire('key-1');

    const admitted = jest.fn();
    void limiter.acquire('key-1').then(admitted);

    await jest.advanceTimersByTimeAsync(59_999);
    expect(admitted).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(admitted).toHaveBeenCalledTimes(1);
    expect(limiter.check('key-1').allowed).toBe(false);
  });

  it('gives up after the timeout', async () => {
    const limiter = createLimiter({ limit: 1, windowMs: 60_000 });
    limiter.check('key-1');

    const failed = jest.fn();
    limiter.acquire('key-1', { timeoutMs: 200 }).catch((error: Error) => failed(error.message));

    await jest.advanceTimersByTimeAsync(199);
    expect(failed).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(failed).toHaveBeenCalledWith(expect.stringContaining('timed out'));
  });
});
