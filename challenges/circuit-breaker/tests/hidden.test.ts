import { createRates, type Rates } from 'solution';
import { clock } from 'world';
import { asOf, fresh, service, stale, unavailable, url } from './service.ts';

/** Opens the breaker of a client that has seen no failures yet, at this moment. */
async function open(rates: Rates): Promise<void> {
  service.fail(503, { times: 5 });
  for (let call = 0; call < 5; call += 1) void rates.rate('CHF');
  await clock.advance(0);
  expect(rates.state()).toBe('open');
}

async function took(work: Promise<unknown>): Promise<number> {
  const before = clock.now();
  await work;
  return clock.now() - before;
}

describe('a try', () => {
  it('is a GET with the currency encoded', async () => {
    const rates = createRates(url);
    expect(await rates.rate('A/B?')).toEqual(fresh('A/B?'));
    expect(service.requests).toMatchObject([{ method: 'GET', path: '/v1/rates/A%2FB%3F' }]);
  });

  it('is given up after 800 ms', async () => {
    const rates = createRates(url);
    service.delay(790, { times: 1 });
    expect(await rates.rate('USD')).toEqual(fresh('USD'));
    expect(service.requests).toHaveLength(1);

    service.fail('silence', { times: 3 });
    const ms = await took(rates.rate('JPY'));
    expect(service.requests).toHaveLength(4);
    expect(ms).toBeGreaterThanOrEqual(2400);
    expect(ms).toBeLessThanOrEqual(3010);
  });

  it.each([500, 503, 429, 400, 401, 301, 204, 'reset', 'refused', 'unknown_host'] as const)(
    'fails with %s and is made again',
    async (failure) => {
      const rates = createRates(url);
      service.fail(failure, { times: 2 });
      expect(await rates.rate('USD')).toEqual(fresh('USD'));
      service.fail(failure, { times: 3 });
      expect(await rates.rate('JPY')).toEqual(unavailable(0));
      expect(service.requests).toHaveLength(6);
    },
  );

  it('fails with an answer that makes no sense', async () => {
    for (const body of [
      'Welcome!',
      {},
      [],
      { rate: '1.25', asOf },
      { rate: 0, asOf },
      { rate: -1, asOf },
      { rate: 1.25 },
      { rate: 1.25, asOf: 7 },
    ]) {
      const rates = createRates(url);
      service.fail({ status: 200, body }, { times: 3 });
      expect([body, await rates.rate('USD')]).toEqual([body, unavailable(0)]);
    }
    expect(service.requests).toHaveLength(24);
  });

  it('is not made again when there is no such currency', async () => {
    const rates = createRates(url);
    expect(await rates.rate('XXX')).toEqual({ ok: false, reason: 'unknown_currency' });
    expect(service.requests).toHaveLength(1);
  });
});

describe('pauses', () => {
  it('are random, so that callers do not come back together', async () => {
    const rates = createRates(url);
    const pauses: [number[], number[]] = [[], []];
    for (let call = 0; call < 16; call += 1) {
      service.fail(503, { times: 2 });
      expect(await rates.rate('USD')).toEqual(fresh('USD'));
      const [first = 0, second = 0, third = 0] = service.requests.slice(-3).map((r) => r.atMs);
      pauses[0].push(second - first);
      pauses[1].push(third - second);
    }
    expect(service.requests).toHaveLength(48);
    for (const [index, longest] of [200, 400].entries()) {
      const seen = pauses[index] ?? [];
      expect(Math.max(...seen)).toBeLessThanOrEqual(longest + 1);
      expect(Math.max(...seen)).toBeGreaterThan(longest * 0.55);
      expect(Math.min(...seen)).toBeLessThan(longest * 0.45);
      expect(new Set(seen).size).toBeGreaterThan(8);
    }
  });

  it('are not made after the last try', async () => {
    const rates = createRates(url);
    service.fail(503, { times: 3 });
    await rates.rate('USD');
    expect(clock.now()).toBe(service.requests[2]?.atMs);
  });
});

describe('the breaker', () => {
  it('opens after five failed tries in a row, whoever made them', async () => {
    const rates = createRates(url);
    service.fail(503, { times: 3 }).fail('reset', { times: 2 });
    expect(await rates.rate('USD')).toEqual(unavailable(0));
    expect(rates.state()).toBe('closed');
    expect(await rates.rate('JPY')).toEqual(unavailable(10_000));

    expect([service.requests.length, rates.state()]).toEqual([5, 'open']);
    expect(clock.now()).toBe(service.requests[4]?.atMs);
    expect(await rates.rate('CHF')).toEqual(unavailable(10_000));
    expect(service.requests).toHaveLength(5);
  });

  it('forgets failures after an answer', async () => {
    const rates = createRates(url);
    for (const currency of ['USD', 'XXX', 'JPY']) {
      service.fail(503, { times: 2 });
      await rates.rate(currency);
      service.fail(503, { times: 2 });
      await rates.rate(currency);
    }
    expect([service.requests.length, rates.state()]).toEqual([18, 'closed']);
  });

  it('is not opened by currencies that do not exist', async () => {
    const rates = createRates(url);
    for (let call = 0; call < 6; call += 1) await rates.rate('XXX');
    expect([service.requests.length, rates.state()]).toEqual([6, 'closed']);
  });

  it('stops calls that are between two tries', async () => {
    const rates = createRates(url);
    service.fail(503);
    const before = clock.now();
    const calls = ['USD', 'JPY', 'CHF', 'USD'].map((currency) => rates.rate(currency));
    await clock.advance(0);
    expect([service.requests.length, rates.state()]).toEqual([4, 'closed']);
    const answers = await Promise.all(calls);

    // Pauses are drawn: two that end in the same millisecond are no mistake.
    const secondTries = new Set(service.requests.slice(4).map(({ atMs }) => atMs));
    expect([secondTries.size, rates.state()]).toEqual([1, 'open']);
    expect(clock.now() - before).toBeLessThanOrEqual(201);
    for (const answer of answers) {
      expect(answer).toEqual(unavailable(expect.any(Number) as unknown as number));
      expect('retryAfterMs' in answer && answer.retryAfterMs).toBeGreaterThan(9700);
    }
  });

  it('is not closed by an answer that comes late', async () => {
    const rates = createRates(url);
    service.delay(500, { times: 1 });
    const late = rates.rate('USD');
    await clock.advance(0);
    await open(rates);
    const openedAt = clock.now();

    expect(await late).toEqual(fresh('USD'));
    expect(rates.state()).toBe('open');
    expect(await rates.rate('USD')).toEqual(stale('USD'));
    await clock.advance(openedAt + 9999 - clock.now());
    expect(rates.state()).toBe('open');
    await clock.advance(1);
    expect(rates.state()).toBe('half-open');
  });

  it('does not stay open for longer because of failures that come late', async () => {
    const rates = createRates(url);
    service.fail('silence', { times: 6 });
    const late = Array.from({ length: 6 }, () => rates.rate('USD'));
    await clock.advance(300);
    await open(rates);
    const openedAt = clock.now();

    const left = 10_000 - (service.requests[0]?.atMs ?? 0) - 800 + openedAt;
    expect(await Promise.all(late)).toEqual(late.map(() => unavailable(left)));
    expect(service.requests).toHaveLength(11);
    await clock.advance(openedAt + 10_000 - clock.now());
    expect(rates.state()).toBe('half-open');
  });

  it('is one for each client', async () => {
    const [sick, well] = [createRates(url), createRates(url)];
    await sick.rate('USD');
    await open(sick);
    expect(well.state()).toBe('closed');
    expect(await well.rate('JPY')).toEqual(fresh('JPY'));

    service.fail(503, { times: 3 });
    expect(await well.rate('USD')).toEqual(unavailable(0));
  });
});

describe('half-open', () => {
  it('begins after ten seconds', async () => {
    const rates = createRates(url);
    await open(rates);
    const tries = service.requests.length;
    await clock.advance(9999);
    expect(rates.state()).toBe('open');
    expect(await rates.rate('USD')).toEqual(unavailable(1));
    await clock.advance(1);
    expect([rates.state(), service.requests.length]).toEqual(['half-open', tries]);
    expect(await rates.rate('USD')).toEqual(fresh('USD'));
    expect(rates.state()).toBe('closed');
  });

  it('lets one try through, whoever comes', async () => {
    const rates = createRates(url);
    await rates.rate('JPY');
    await open(rates);
    const tries = service.requests.length;
    await clock.advance(12_000);
    service.delay(400);
    const first = rates.rate('USD');
    expect(await took(rates.rate('USD'))).toBe(0);
    expect(await Promise.all([rates.rate('USD'), rates.rate('JPY')])).toEqual([
      unavailable(0),
      stale('JPY'),
    ]);
    await clock.advance(0);
    expect([rates.state(), service.requests.length]).toEqual(['half-open', tries + 1]);

    expect(await first).toEqual(fresh('USD'));
    expect(rates.state()).toBe('closed');
    expect(await Promise.all([rates.rate('USD'), rates.rate('JPY')])).toEqual([
      fresh('USD'),
      fresh('JPY'),
    ]);
  });

  it('opens again for ten seconds when its only try fails', async () => {
    const rates = createRates(url);
    await open(rates);
    const tries = service.requests.length;
    for (let round = 1; round <= 2; round += 1) {
      await clock.advance(10_000);
      service.fail('silence', { times: 1 });
      expect(await took(rates.rate('USD'))).toBe(800);
      expect([rates.state(), service.requests.length]).toEqual(['open', tries + round]);
      expect(await rates.rate('USD')).toEqual(unavailable(10_000));
    }
    await clock.advance(9999);
    expect(rates.state()).toBe('open');
    await clock.advance(1);
    expect(await rates.rate('USD')).toEqual(fresh('USD'));
  });

  it('closes with a clean slate', async () => {
    const rates = createRates(url);
    await open(rates);
    await clock.advance(10_000);
    expect(await rates.rate('XXX')).toEqual({ ok: false, reason: 'unknown_currency' });
    expect(rates.state()).toBe('closed');

    service.fail(503, { times: 4 });
    await rates.rate('USD');
    expect(await rates.rate('USD')).toEqual(fresh('USD'));
    expect(rates.state()).toBe('closed');
    await open(rates);
  });
});

describe('old rates', () => {
  it('are given for ten minutes', async () => {
    const rates = createRates(url);
    service.delay(300, { times: 1 });
    await rates.rate('USD');
    const arrivedAt = clock.now();
    service.fail('refused');
    await clock.advance(arrivedAt + 595_000 - clock.now());
    expect(await rates.rate('USD')).toEqual(stale('USD'));
    expect(await rates.rate('USD')).toEqual(stale('USD'));
    expect(rates.state()).toBe('open');
    await clock.advance(arrivedAt + 599_999 - clock.now());
    expect(await rates.rate('USD')).toEqual(stale('USD'));
    await clock.advance(1);
    expect(await rates.rate('USD')).toMatchObject({ ok: false, reason: 'unavailable' });
  });

  it('are the last ones, of this currency', async () => {
    const rates = createRates(url);
    await rates.rate('USD');
    service.reply('GET /v1/rates/USD', { body: { rate: 1.5, asOf: 'later' } }, { times: 1 });
    expect(await rates.rate('USD')).toMatchObject({ rate: 1.5, asOf: 'later', stale: false });
    service.fail(503, { times: 6 });
    expect(await rates.rate('USD')).toEqual({ ...stale('USD'), rate: 1.5, asOf: 'later' });
    expect(await rates.rate('JPY')).toMatchObject({ ok: false });
  });

  it('never take the place of a try', async () => {
    const rates = createRates(url);
    for (let call = 1; call <= 3; call += 1) {
      expect(await rates.rate('USD')).toEqual(fresh('USD'));
      expect(service.requests).toHaveLength(call);
    }
  });
});
